import { describe, expect, test } from 'vitest';
import { differences } from '../../main/web/state/differences';

describe('the differences of two versions', () => {
  test('are none between what is the same, whatever the order of its fields', () => {
    expect(differences({ a: 1, b: { c: 'x' } }, { b: { c: 'x' }, a: 1 })).toEqual([]);
  });

  test('name each place with old and new, and what is only in one', () => {
    expect(differences({ minima: { h: 9260, v: 305 }, old: true }, { minima: { h: 9260, v: 300 }, added: 'y' })).toEqual([
      { path: 'minima.v', old: '305', now: '300' },
      { path: 'added', old: undefined, now: 'y' },
      { path: 'old', old: 'true', now: undefined },
    ]);
  });

  test('of a list are by name: what is put before others moves none', () => {
    const [l1, l2] = [{ name: 'L1', side: 'east' }, { name: 'L2', side: 'west' }];
    expect(differences({ measures: [l1] }, { measures: [l2, l1] }).map((each) => each.path)).toEqual(['measures[L2].name', 'measures[L2].side']);
  });

  test('of a place are told as one', () => {
    expect(differences({ at: [[40, 35], [41, 35]] }, { at: [[40, 35], [41, 36]] })).toEqual([{ path: 'at', old: '[[40,35],[41,35]]', now: '[[40,35],[41,36]]' }]);
  });
});
