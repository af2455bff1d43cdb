import { beforeEach, describe, expect, test } from 'vitest';
import type { Alarm } from '../../main/web/api/types';
import { stand } from '../../main/web/state/clock';
import { silence, silenced, sounding } from '../../main/web/state/sound';
import { alarms, forget, unattended } from '../../main/web/state/store';

const NOW = Date.parse('2026-11-29T13:00:00Z');
const alarm = (what: Alarm['what'], of: string, about: readonly string[] = [of]): Alarm => ({ what, line: 'l', of, over: false, about, called: [] });

function are(...items: readonly Alarm[]): void {
  alarms.value = { items, withinHour: 1, mostPerHour: 6, silencedFor: 60 };
}

describe('silencing', () => {
  beforeEach(() => {
    are();
    unattended.value = false;
    stand(NOW);
  });

  test('silences what sounds, for as long as the node allows', () => {
    are(alarm('duty', 'BIRCH-3'));
    expect(sounding.value).toBe(true);
    silence();
    expect([sounding.value, silenced.value]).toEqual([false, true]);
    stand(NOW + 59_999);
    expect(sounding.value).toBe(false);
    stand(NOW + 60_000);
    expect([sounding.value, silenced.value]).toEqual([true, false]);
  });

  test('a STOP that comes while another alarm is silenced sounds at once', () => {
    are(alarm('duty', 'BIRCH-3'));
    silence();
    are(alarm('duty', 'BIRCH-3'), alarm('stop', 'BIRCH-4'));
    expect(sounding.value).toBe(true);
  });

  test('so does one more thing that joins an alarm, and what was over and comes again', () => {
    are(alarm('conflict', 'BIRCH', ['c1']));
    silence();
    are(alarm('conflict', 'BIRCH', ['c1', 'c2']));
    expect(sounding.value).toBe(true);
    silence();
    expect(sounding.value).toBe(false);
    are();
    expect(silenced.value).toBe(false);
    are(alarm('conflict', 'BIRCH', ['c1']));
    expect(sounding.value).toBe(true);
  });

  test('a second press does not lengthen what is silenced already', () => {
    are(alarm('duty', 'BIRCH-3'));
    silence();
    stand(NOW + 30_000);
    are(alarm('duty', 'BIRCH-3'), alarm('stop', 'BIRCH-4'));
    silence();
    stand(NOW + 60_000);
    expect(sounding.value).toBe(true);
  });

  test('with nothing there silences nothing', () => {
    silence();
    are(alarm('stop', 'BIRCH-4'));
    expect(sounding.value).toBe(true);
  });
});

describe('a session that ends', () => {
  beforeEach(() => {
    are();
    unattended.value = false;
    stand(NOW);
  });

  test('while a STOP is not taken leaves it sounding, also where it was silenced, and however often it is told to end', () => {
    are(alarm('stop', 'BIRCH-4'));
    silence();
    forget();
    forget();
    expect(alarms.value.items).toEqual([]);
    expect(sounding.value).toBe(true);
  });

  test('while something else sounds leaves nothing sounding', () => {
    are(alarm('duty', 'BIRCH-3'), alarm('silent', 'BIRCH'));
    forget();
    expect(sounding.value).toBe(false);
  });
});
