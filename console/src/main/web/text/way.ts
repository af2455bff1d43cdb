import type { Way } from '../geo/geodesic';
import { plain } from './say';

const NAUTICAL_MILE = 1_852;
const SHORT = 10_000;

/** A measured length: metres or kilometres, and nautical miles. */
export function lengthText(metres: number): string {
  const plainLength = metres < SHORT ? plain('unit.m', { n: Number(metres.toFixed(1)) }) : plain('unit.km', { n: Number((metres / 1_000).toFixed(2)) });
  return `${plainLength} · ${plain('chart.nm', { n: Number((metres / NAUTICAL_MILE).toFixed(2)) })}`;
}

/** A way in words: how long, and from true north in which direction. */
export function wayText(of: Way | undefined): string {
  return of ? `${lengthText(of.metres)} · ${of.bearing.toFixed(1).padStart(5, '0')}°` : plain('chart.opposite');
}
