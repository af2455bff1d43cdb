import { expect, test } from 'vitest';
import { isInside, outlined } from '../../main/web/geo/outline';

function box(west: number, south: number, east: number, north: number): number[][] {
  return [[west, south], [east, south], [east, north], [west, north], [west, south]];
}

test('what two polygons share stays covered, whichever way their rings run', () => {
  const [one, other] = [box(0, 0, 10, 10), box(5, 5, 15, 15)];
  for (const second of [other, other.toReversed()]) {
    const both = outlined([[one], [second]]);
    expect(isInside(both, [7, 7])).toBe(true);
    expect(isInside(both, [2, 2])).toBe(true);
    expect(isInside(both, [12, 2])).toBe(false);
    expect(both.box).toEqual([0, 0, 15, 15]);
  }
});

test('a hole is not covered, whichever way it runs', () => {
  for (const hole of [box(4, 4, 6, 6), box(4, 4, 6, 6).toReversed()]) {
    const holed = outlined([[box(0, 0, 10, 10), hole]]);
    expect(isInside(holed, [5, 5])).toBe(false);
    expect(isInside(holed, [1, 5])).toBe(true);
  }
});
