import { describe, expect, test } from 'vitest';
import { IntervalIndex, type Interval } from '../../main/web/state/intervals';

/** A generator of the same numbers every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const DAY = 86_400_000;

function activities(count: number, random: () => number): Map<string, Interval[]> {
  const all = new Map<string, Interval[]>();
  for (let i = 0; i < count; i++) {
    const volumes = 1 + Math.floor(random() * 2);
    all.set(
      `A-${i}`,
      Array.from({ length: volumes }, () => {
        const from = Math.floor(random() * DAY);
        return { from, until: from + Math.floor(random() * random() * 3_600_000) };
      }),
    );
  }
  return all;
}

function bySearch(all: ReadonlyMap<string, readonly Interval[]>, instant: number): string[] {
  return [...all]
    .filter(([, intervals]) => intervals.some((each) => each.from <= instant && instant < each.until))
    .map(([id]) => id)
    .sort();
}

describe('what is active at an instant', () => {
  test('is the same as by looking at each of 100,000 activities', () => {
    const random = seeded(17);
    const all = activities(100_000, random);
    const index = new IntervalIndex();
    all.forEach((intervals, id) => index.set(id, intervals));
    for (let i = 0; i < 40; i++) {
      const instant = Math.floor(random() * DAY);
      expect([...index.at(instant)].sort()).toEqual(bySearch(all, instant));
    }
  });

  test('looks at little more than what it finds', () => {
    const index = new IntervalIndex();
    activities(100_000, seeded(5)).forEach((intervals, id) => index.set(id, intervals));
    index.at(0);
    const found = index.at(DAY / 2);
    expect(found.size).toBeGreaterThan(100);
    expect(index.visited).toBeLessThan(20_000);
    index.at(-1);
    expect(index.visited).toBeLessThan(100);
  });

  test('follows every change, whether it lies in the tree or beside it', () => {
    const random = seeded(23);
    const all = activities(5_000, random);
    const index = new IntervalIndex();
    all.forEach((intervals, id) => index.set(id, intervals));
    for (let round = 0; round < 30; round++) {
      const id = `A-${Math.floor(random() * 6_000)}`;
      if (random() < 0.5) {
        all.delete(id);
        index.delete(id);
      } else {
        const from = Math.floor(random() * DAY);
        all.set(id, [{ from, until: from + 7_200_000 }]);
        index.set(id, [{ from, until: from + 7_200_000 }]);
      }
      const instant = Math.floor(random() * DAY);
      expect([...index.at(instant)].sort()).toEqual(bySearch(all, instant));
      expect(index.size).toBe(all.size);
    }
  });

  test('begins with its first millisecond and ends before its last', () => {
    const index = new IntervalIndex();
    index.set('A', [{ from: 10, until: 20 }]);
    index.set('B', [{ from: 20, until: Infinity }]);
    expect([...index.at(9)]).toEqual([]);
    expect([...index.at(10)]).toEqual(['A']);
    expect([...index.at(19)]).toEqual(['A']);
    expect([...index.at(20)]).toEqual(['B']);
    expect([...index.at(1e15)]).toEqual(['B']);
    index.clear();
    expect([...index.at(20)]).toEqual([]);
  });
});
