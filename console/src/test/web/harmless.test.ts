import { describe, expect, test } from 'vitest';
import { harmless } from '../../main/web/text/harmless';
import { stretches } from '../../main/web/text/isolates';

describe('the words of somebody else', () => {
  test('do not turn what stands around them the other way', () => {
    expect(harmless('35.02N\u202e N85.04')).toBe('35.02N[U+202E] N85.04');
    expect(harmless('a\u202db\u202cc')).toBe('a[U+202D]b[U+202C]c');
  });

  test('hide nothing', () => {
    expect(harmless('A\u200b1\u0000\ufeff\u009b')).toBe('A[U+200B]1[U+0000][U+FEFF][U+009B]');
  });

  test('stay as they are in every language that is written here', () => {
    for (const text of ['Конвой вышел.\nЖдём.', 'القافلة في الطريق.\tلاحقًا', 'نمی\u200cدانم', '\u206835.02N 40.58E\u2069', '<script>']) {
      expect(harmless(text)).toBe(text);
    }
  });
});

describe('the marks of direction in a text of the node', () => {
  test('are taken one within the other: a place holds two figures', () => {
    expect(stretches('المكان: \u2066\u206635.33\u2069° N \u206640.30\u2069° E\u2069.')).toEqual([
      'المكان: ',
      { dir: 'ltr', parts: [{ dir: 'ltr', parts: ['35.33'] }, '° N ', { dir: 'ltr', parts: ['40.30'] }, '° E'] },
      '.',
    ]);
  });

  test('keep what a person wrote by its first letter, and what runs from the right', () => {
    expect(stretches('\u2067من \u2068A-1\u2069\u2069')).toEqual([{ dir: 'rtl', parts: ['من ', { dir: 'auto', parts: ['A-1'] }] }]);
  });

  test('are left out where they close nothing, end nothing, or are too deep to mean anything', () => {
    expect(stretches('a\u2069b')).toEqual(['a', 'b']);
    expect(stretches('a\u2066b')).toEqual(['a', { dir: 'ltr', parts: ['b'] }]);
    expect(JSON.stringify(stretches('\u2066'.repeat(10_000) + 'x')).match(/dir/g)).toHaveLength(8);
    expect(stretches('')).toEqual([]);
  });
});
