import type { Place } from './grid';

const A = 6_378_137;
const F = 1 / 298.257223563;
const B = A * (1 - F);
const DEGREE = Math.PI / 180;
const ROUNDS = 200;
const ENOUGH = 1e-12;

/** The shortest way over the ellipsoid from one place to another. */
export interface Way {
  readonly metres: number;
  /** The direction in which it begins, in degrees from true north, 0 to 360. */
  readonly bearing: number;
}

/**
 * The shortest way over WGS 84, by Vincenty's formulae: exact to a millimetre. Undefined between places that lie almost opposite to
 * each other on the earth, where they do not come to an end.
 */
export function way(from: Place, to: Place): Way | undefined {
  const across = (to.lon - from.lon) * DEGREE;
  const [u1, u2] = [from, to].map(({ lat }) => Math.atan((1 - F) * Math.tan(lat * DEGREE))) as [number, number];
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = across;
  for (let i = 0; i < ROUNDS; i++) {
    const east = cos2 * Math.sin(lambda);
    const north = cos1 * sin2 - sin1 * cos2 * Math.cos(lambda);
    const sine = Math.hypot(east, north);
    if (sine === 0) {
      return { metres: 0, bearing: 0 };
    }
    const cosine = sin1 * sin2 + cos1 * cos2 * Math.cos(lambda);
    const sigma = Math.atan2(sine, cosine);
    const alpha = (cos1 * cos2 * Math.sin(lambda)) / sine;
    const square = 1 - alpha ** 2;
    // On the equator itself the middle of the way is nowhere.
    const middle = square === 0 ? 0 : cosine - (2 * sin1 * sin2) / square;
    const c = (F / 16) * square * (4 + F * (4 - 3 * square));
    const next = across + (1 - c) * F * alpha * (sigma + c * sine * (middle + c * cosine * (2 * middle ** 2 - 1)));
    if (Math.abs(next - lambda) < ENOUGH) {
      const degrees = Math.atan2(east, north) / DEGREE;
      return { metres: length(square, sine, cosine, sigma, middle), bearing: (degrees + 360) % 360 };
    }
    lambda = next;
  }
  return undefined;
}

function length(square: number, sine: number, cosine: number, sigma: number, middle: number): number {
  const u = (square * (A ** 2 - B ** 2)) / B ** 2;
  const long = 1 + (u / 16_384) * (4_096 + u * (u * (320 - 175 * u) - 768));
  const short = (u / 1_024) * (256 + u * (u * (74 - 47 * u) - 128));
  const last = (short / 6) * middle * (4 * sine ** 2 - 3) * (4 * middle ** 2 - 3);
  return B * long * (sigma - short * sine * (middle + (short / 4) * (cosine * (2 * middle ** 2 - 1) - last)));
}
