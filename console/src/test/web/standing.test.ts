import { expect, test } from 'vitest';
import type { Measure, Subject } from '../../main/web/api/types';
import { middleOf } from '../../main/web/geo/sides';
import { bufferOf, groundOf, sidesOf } from '../../main/web/state/measures';

test('the left of a line is on the left of who goes along it, whichever way it runs', () => {
  expect(middleOf([[0, 0], [0, 10]])).toEqual({ at: [0, 5], left: [-1, 0] });
  expect(middleOf([[0, 10], [0, 0]]).left.map(Math.round)).toEqual([1, 0]);
  expect(middleOf([[0, 0], [10, 0], [10, 2]])).toMatchObject({ at: [6, 0], left: [-0, 1] });
  expect(middleOf([[3, 4], [3, 4]])).toEqual({ at: [3, 4], left: [0, 0] });
});

function subject(kind: string, body: unknown, concluded?: string): Subject {
  return { id: 'AZURE-1', geometry: null, properties: { kind, body, statuses: [], ...(concluded ? { concluded } : {}) } } as unknown as Subject;
}

test('parties stand on the sides that were agreed', () => {
  expect(sidesOf({ name: 'L1', measure: 'line', sides: { BIRCH: 'left', AZURE: 'right', CEDAR: 'left' } })).toEqual({ left: ['BIRCH', 'CEDAR'], right: ['AZURE'] });
  expect(sidesOf({ name: 'L1', measure: 'line' })).toEqual({ left: [], right: [] });
});

test('the ground of a measure is that of what was concluded, not of what is only proposed', () => {
  const measure: Measure = { name: 'Z1', measure: 'no-fly' };
  const shape = (radius: number) => ({ name: 'Z1', shape: { geometry: { type: 'Point', coordinates: [40, 35] }, radius } });
  expect(groundOf(measure, [subject('measure', shape(1_000))])).toEqual([]);
  const ground = groundOf(measure, [subject('agreement', { measures: [shape(1_000)] }, 'AZURE-9'), subject('measure', shape(5_000), 'AZURE-8'), subject('measure', shape(9_000))]);
  expect(ground[0]?.[0]?.[0]?.[1]).toBeCloseTo(35.045, 3);
});

test('a site without a buffer, or whose place is withheld, has no ring', () => {
  const site = (buffer: unknown, geometry: unknown) => ({ ...subject('site', { buffer }), geometry }) as Subject;
  const point = { type: 'Point', coordinates: [40, 35] };
  expect(bufferOf(site(500, point))).toHaveLength(1);
  expect(bufferOf(site(undefined, point))).toEqual([]);
  expect(bufferOf(site(500, null))).toEqual([]);
});
