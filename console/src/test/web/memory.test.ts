import { describe, expect, test } from 'vitest';
import type { LineRecord } from '../../main/web/api/types';
import { heldBy, holdings } from '../../main/web/state/knowledge';
import { gap, saidIn } from '../../main/web/state/missed';

const MINUTE = 60_000;
const at = (minute: number) => new Date(minute * MINUTE).toISOString();

function record(name: string, writer: string, written: number, stored: Readonly<Record<string, number>> = {}, kind = 'activity'): LineRecord {
  return {
    record: name, kind, by: writer, writer, log: '', no: 1, at: at(written), exercise: false,
    stored: Object.fromEntries(Object.entries(stored).map(([party, minute]) => [party, at(minute)])),
  };
}

describe('what somebody missed', () => {
  test('is told after five minutes away, and to nobody who was never here', () => {
    expect(gap(undefined, 60 * MINUTE)).toBeUndefined();
    expect(gap(56 * MINUTE, 60 * MINUTE)).toBeUndefined();
    expect(gap(55 * MINUTE, 60 * MINUTE)).toEqual({ from: 55 * MINUTE, until: 60 * MINUTE });
  });

  test('is what others said meanwhile, the newest first, without what is the ledger’s own', () => {
    const all = [record('B-1', 'B', 9), record('B-2', 'B', 11), record('A-1', 'A', 12), record('B-3', 'B', 13, {}, 'heads'), record('B-4', 'B', 14, {}, 'answer'), record('B-5', 'B', 21)];
    expect(saidIn({ from: 10 * MINUTE, until: 20 * MINUTE }, all, 'A').map((each) => each.record)).toEqual(['B-4', 'B-2']);
  });
});

describe('what a machine held at an instant', () => {
  const all = [record('A-1', 'A', 1, { B: 2 }), record('B-1', 'B', 3, { A: 9 }), record('A-2', 'A', 4)];

  test('is its own when written, another’s by its receipt alone', () => {
    expect(heldBy('A', all, 5 * MINUTE).map((each) => each.record)).toEqual(['A-1', 'A-2']);
    expect(heldBy('B', all, 5 * MINUTE).map((each) => each.record)).toEqual(['A-1', 'B-1']);
    expect(heldBy('B', all, 1.5 * MINUTE)).toEqual([]);
  });

  test('names what was written by then and had not come', () => {
    expect(holdings(['A', 'B'], all, 5 * MINUTE)).toEqual([
      { party: 'A', held: 2, lacked: ['B-1'] },
      { party: 'B', held: 2, lacked: ['A-2'] },
    ]);
    expect(holdings(['A'], all, 10 * MINUTE)).toEqual([{ party: 'A', held: 3, lacked: [] }]);
  });
});
