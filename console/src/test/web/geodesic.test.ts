import { describe, expect, test } from 'vitest';
import { way } from '../../main/web/geo/geodesic';

describe('the shortest way over WGS 84', () => {
  // By GeographicLib (Karney), which is exact to nanometres; metres and degrees.
  test.each([
    ['Wellington to Salamanca’s side of the earth', -41.32, 174.81, 40.96, -5.5, 19_959_679.2674, 161.06767],
    ['JFK to Singapore Changi', 40.6, -73.8, 1.36, 103.99, 15_352_044.6604, 3.278657],
    ['JFK to LHR', 40.6, -73.8, 51.6, -0.5, 5_551_759.4003, 51.198883],
    ['a degree of the equator', 0, 0, 0, 1, 111_319.4908, 90],
    ['a degree of a meridian from the equator', 0, 30, 1, 30, 110_574.3886, 0],
    ['near a pole', -89.9, 10, -89.8, 100, 24_975.5221, 116.564947],
    ['two hospitals of one name', 14.8005, 42.951, 14.8018, 42.9518, 167.6506, 30.90941],
    ['over 180°', 10, 179.5, 10, -179.5, 109_639.3221, 89.913174],
  ] as const)('%s', (_, lat1, lon1, lat2, lon2, metres, bearing) => {
    const found = way({ lat: lat1, lon: lon1 }, { lat: lat2, lon: lon2 });
    expect(Math.abs((found?.metres ?? NaN) - metres)).toBeLessThan(0.001);
    expect(found?.bearing).toBeCloseTo(bearing, 4);
  });

  test('is as long back as forth, and nowhere for one place', () => {
    const [one, other] = [{ lat: 35.02, lon: 40.58 }, { lat: 35.2, lon: 40.58 }];
    expect(way(one, other)?.metres).toBeCloseTo(way(other, one)?.metres ?? NaN, 4);
    expect(way(one, one)).toEqual({ metres: 0, bearing: 0 });
    // The slip of the first ten minutes: 35.02 read back as 35.20 is 20.0 km.
    expect((way(one, other)?.metres ?? 0) / 1_000).toBeCloseTo(19.97, 2);
  });

  test('is not told between places almost opposite to each other, rather than wrongly', () => {
    expect(way({ lat: 0, lon: 0 }, { lat: 0.5, lon: 179.7 })).toBeUndefined();
  });
});
