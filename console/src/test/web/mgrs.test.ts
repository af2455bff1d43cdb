import { describe, expect, test } from 'vitest';
import { mgrsText, readMgrs, readUtm, utm, utmText, type Place } from '../../main/web/geo/grid';
import { mgrs, stepOf, type Bounds } from '../../main/web/geo/mgrs';
import { readPlace } from '../../main/web/geo/read';

const PLACES: readonly Place[] = [
  { lon: 40.62, lat: 35.03 },
  { lon: -120.72, lat: 39.13 },
  { lon: 42.955, lat: 14.795 },
  { lon: -58.4, lat: -34.6 },
  { lon: 5.3, lat: 60.4 },
  { lon: 15.6, lat: 78.2 },
  { lon: 179.99, lat: -16.5 },
  { lon: 36.0001, lat: -0.0001 },
  { lon: 30, lat: 71.99 },
];

describe('MGRS and UTM that somebody typed', () => {
  test.each(PLACES)('name the place that they are made from: %o', (place) => {
    for (const read of [readMgrs(mgrsText(place) ?? ''), readUtm(utmText(place) ?? '')]) {
      expect(read?.lat).toBeCloseTo(place.lat, 4);
      expect(read?.lon).toBeCloseTo(place.lon, 3);
    }
  });

  test('may have fewer digits, and no spaces; what names no square is refused', () => {
    expect(readPlace('37SFU4777')?.lat).toBeCloseTo(35.03, 1);
    expect(readPlace('37S FU')).toBeDefined();
    expect(readPlace('37S FU 477 7'), 'odd').toBeUndefined();
    expect(readPlace('37S AU 47780 77569'), 'a column of another zone').toBeUndefined();
    expect(readPlace('37I FU 47780 77569'), 'no such band').toBeUndefined();
    expect(readPlace('61S FU 47780 77569'), 'no such zone').toBeUndefined();
  });
});

const VIEWS: readonly (readonly [string, Bounds])[] = [
  ['a theatre', { west: 38, south: 34, east: 43, north: 37 }],
  ['the border of two zones', { west: 41.7, south: 34.9, east: 42.3, north: 35.2 }],
  ['across the equator', { west: 33, south: -2, east: 37, north: 2 }],
  ['Svalbard', { west: 8, south: 76, east: 25, north: 80 }],
  ['the earth', { west: -180, south: -85, east: 180, north: 85 }],
];

describe('the grid of MGRS', () => {
  test.each(VIEWS)('has every line on a multiple of its step in its own zone, and every name in its own square: %s', (_, view) => {
    const metresPerPixel = ((view.east - view.west) * 111_000) / 800;
    const { lines, labels } = mgrs(view, metresPerPixel);
    const step = stepOf(metresPerPixel) ?? NaN;
    for (const { places } of lines.filter((each) => each.rank !== 'zone')) {
      // A place on a border belongs to one of both sides: the middle of a line lies between.
      const inner = places.slice(1, -1).map((each) => utm(each)).filter((each) => each !== undefined);
      const off = (metres: number) => Math.abs(metres / step - Math.round(metres / step)) * step;
      const [easts, norths] = [inner.map((each) => off(each.east)), inner.map((each) => off(each.north))];
      expect(Math.min(Math.max(0, ...easts), Math.max(0, ...norths))).toBeLessThan(0.01);
    }
    for (const { place, text } of labels.filter((each) => each.rank === 'square')) {
      expect(mgrsText(place)?.startsWith(text), `${text} at ${mgrsText(place)}`).toBe(true);
    }
    for (const { place, text } of labels.filter((each) => each.rank === 'zone')) {
      expect(mgrsText(place)?.startsWith(text), `${text} at ${mgrsText(place)}`).toBe(true);
    }
    expect(lines.length).toBeLessThan(1_300);
  });

  test('gets finer the nearer one comes, and never denser than can be read', () => {
    expect([10_000, 1_500, 150, 15, 1.5].map(stepOf)).toEqual([undefined, 100_000, 10_000, 1_000, 100]);
    const near = { west: 40.6, south: 35, east: 40.7, north: 35.06 };
    const { lines, labels } = mgrs(near, 12);
    expect(lines.filter((each) => each.rank === 'fine').length).toBeGreaterThan(12);
    expect(lines.length).toBeLessThan(40);
    expect(labels.map((each) => each.text)).toContain('37S FU');
    expect(labels.map((each) => each.text), 'the 48th kilometre').toContain('48');
  });

  test('Norway’s wide zone has no line through its middle', () => {
    const { labels } = mgrs({ west: 0, south: 57, east: 12, north: 63 }, 10_000);
    expect(labels.map((each) => each.text).sort()).toEqual(['31V', '32V']);
  });
});
