import { describe, expect, test } from 'vitest';
import { shown } from '../../main/web/geo/coordinates';
import { mgrsText, utmText } from '../../main/web/geo/grid';
import { readPlace } from '../../main/web/geo/read';
import { covered, towards } from '../../main/web/geo/shapes';
import { nextCheck } from '../../main/web/time/checks';
import { age, clock, exact, instant, timer, window } from '../../main/web/time/format';

const at = (text: string) => Date.parse(text);

describe('coordinates', () => {
  // The node's own reading of 35.03N,40.62E, by the entry of the module record: 37S FU 47780 77569.
  test('MGRS and UTM are as the node reads them', () => {
    expect(mgrsText({ lon: 40.62, lat: 35.03 })).toBe('37S FU 47780 77569');
    expect(utmText({ lon: 40.62, lat: 35.03 })).toBe('37S 647780 3877569');
  });

  test('zones of Norway and Svalbard are the exceptions that they are', () => {
    expect(utmText({ lon: 5, lat: 60 })).toMatch(/^32V /);
    expect(utmText({ lon: 10, lat: 78 })).toMatch(/^33X /);
    expect(utmText({ lon: 0, lat: 85 })).toBeUndefined();
  });

  test('minutes and seconds carry over', () => {
    expect(shown({ lon: 40.999999999, lat: -35.5 }, 'DMS')).toBe('35° 30′ 00.0″ S  041° 00′ 00.0″ E');
    expect(shown({ lon: -0.5, lat: 0 }, 'DDM')).toBe('00° 00.000′ N  000° 30.000′ W');
    expect(shown({ lon: 40.62, lat: 35.03 }, 'DD')).toBe('35.03000° N  40.62000° E');
  });

  test('what is shown in degrees is read back to the same place', () => {
    const place = { lon: -120.7241, lat: 39.1312 };
    for (const form of ['DD', 'DDM', 'DMS'] as const) {
      const read = readPlace(shown(place, form));
      expect(read?.lat).toBeCloseTo(place.lat, 4);
      expect(read?.lon).toBeCloseTo(place.lon, 4);
    }
    expect(readPlace('35.03, 40.62')).toEqual({ lat: 35.03, lon: 40.62 });
    expect(readPlace('91, 0')).toBeUndefined();
    expect(readPlace('somewhere')).toBeUndefined();
  });
});

describe('shapes', () => {
  test('a circle is as far from its middle as it should be', () => {
    const [[ring = []] = []] = covered({ type: 'Point', coordinates: [40, 35] }, 5_000);
    expect(ring).toHaveLength(65);
    const north = towards([40, 35], 0, 5_000);
    expect(north[1]).toBeCloseTo(35.04497, 4);
    expect(ring[0]?.[1]).toBeCloseTo(north[1] ?? 0, 9);
  });

  test('a corridor has a polygon for each stretch, and a point without a radius none', () => {
    expect(covered({ type: 'LineString', coordinates: [[40, 35], [41, 35], [41, 36]] }, 0, 1_000)).toHaveLength(2);
    expect(covered({ type: 'Point', coordinates: [40, 35] })).toHaveLength(0);
  });
});

describe('times', () => {
  test('are in UTC, with Z', () => {
    expect(clock(at('2026-11-29T10:02:13.900Z'))).toBe('10:02:13Z');
    expect(exact(at('2026-11-29T10:02:13.900Z'))).toBe('2026-11-29T10:02:13Z');
  });

  test('ages are rounded down to their largest unit, and never negative', () => {
    expect(age(14_999)).toEqual({ n: 14, unit: 's' });
    expect(age(59 * 60_000 + 59_999)).toEqual({ n: 59, unit: 'min' });
    expect(age(-5)).toEqual({ n: 0, unit: 's' });
    expect(age(49 * 3_600_000)).toEqual({ n: 2, unit: 'd' });
  });

  test('running clocks', () => {
    expect(timer(41_000)).toBe('0:41');
    expect(timer(3_723_000)).toBe('1:02:03');
    expect(timer(-61_000)).toBe('−1:01');
    expect(timer(-400)).toBe('0:00');
  });

  test('windows name their day where it is not today', () => {
    const now = at('2026-11-29T09:00:00Z');
    expect(window(at('2026-11-29T10:00:00Z'), at('2026-11-29T12:00:00Z'), now)).toBe('10:00–12:00Z');
    expect(window(at('2026-11-30T10:00:00Z'), at('2026-11-30T12:00:00Z'), now)).toBe('2026-11-30 10:00–12:00Z');
    expect(window(at('2026-11-29T22:00:00Z'), at('2026-11-30T02:00:00Z'), now)).toBe('2026-11-29 22:00Z – 2026-11-30 02:00Z');
  });

  test('what is typed is an instant, or none', () => {
    const near = at('2026-11-29T09:00:00Z');
    expect(instant('10:15', near)).toBe(at('2026-11-29T10:15:00Z'));
    expect(instant('101500Z', near), 'a date-time group has a day first').toBeUndefined();
    expect(instant('2026-11-29T12:00:00+02:00', near)).toBe(at('2026-11-29T10:00:00Z'));
    expect(instant('2026-11-29T12:00:00', near)).toBeUndefined();
    expect(instant('25:00', near)).toBeUndefined();
  });

  test("a person's next check is the next time that was agreed, or tomorrow's first", () => {
    const agreement = { humanChecks: [{ at: 27_000, offset: 120 }, { at: 48_600, offset: 120 }] };
    expect(nextCheck(agreement, at('2026-11-29T09:00:00Z'))).toBe(at('2026-11-29T13:30:00Z'));
    expect(nextCheck(agreement, at('2026-11-29T14:00:00Z'))).toBe(at('2026-11-30T07:30:00Z'));
    expect(nextCheck({}, 0)).toBeUndefined();
  });
});
