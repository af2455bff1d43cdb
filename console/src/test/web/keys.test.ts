import { beforeEach, describe, expect, test } from 'vitest';
import { worksOverSheet } from '../../main/web/state/keys';
import { closing, opened } from '../../main/web/state/opened';

describe('while a sheet lies open', () => {
  const key = (code: string, shiftKey = false) => worksOverSheet({ code, shiftKey });

  test('STOP, silence and the duties have their keys, whatever the layout, and nothing else has', () => {
    expect(key('KeyS', true)).toBe(true);
    expect(key('KeyS')).toBe(true);
    expect(key('Digit1')).toBe(true);
    expect(key('Digit9')).toBe(true);
    for (const code of ['Digit0', 'Enter', 'KeyN', 'KeyT', 'KeyC', 'Slash']) {
      expect(key(code), code).toBe(false);
    }
    expect(key('Digit1', true)).toBe(false);
  });
});

describe('what was said from a sheet', () => {
  const duty = (about: string) => ({ what: 'duty', line: 'l', about, duty: 'take' }) as const;

  beforeEach(() => {
    opened.value = duty('BIRCH-3');
  });

  test('closes it, also where the same was opened again meanwhile', () => {
    const close = closing();
    opened.value = duty('BIRCH-3');
    close();
    expect(opened.value).toBeUndefined();
  });

  test('does not close what somebody opened meanwhile', () => {
    const close = closing();
    opened.value = { what: 'stop' };
    close();
    expect(opened.value).toEqual({ what: 'stop' });
  });
});
