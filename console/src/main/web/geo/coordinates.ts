import { mgrsText, utmText, type Place } from './grid';

/** The forms in which a place is shown. */
export const FORMS = ['DD', 'DDM', 'DMS', 'MGRS', 'UTM'] as const;
export type Form = (typeof FORMS)[number];

/** Degrees, minutes or seconds with so many decimals, carried over where they would round to 60. */
function parts(degrees: number, steps: 1 | 2, decimals: number, width: number): string {
  const units = 60 ** steps * 10 ** decimals;
  const whole = Math.round(Math.abs(degrees) * units);
  const deg = String(Math.floor(whole / units)).padStart(width, '0');
  const rest = whole % units;
  if (steps === 1) {
    return `${deg}° ${(rest / 10 ** decimals).toFixed(decimals).padStart(3 + decimals, '0')}′`;
  }
  const perMinute = 60 * 10 ** decimals;
  const minutes = String(Math.floor(rest / perMinute)).padStart(2, '0');
  const seconds = ((rest % perMinute) / 10 ** decimals).toFixed(decimals).padStart(decimals ? 3 + decimals : 2, '0');
  return `${deg}° ${minutes}′ ${seconds}″`;
}

function both(place: Place, each: (degrees: number, width: number) => string): string {
  const lat = `${each(place.lat, 2)} ${place.lat < 0 ? 'S' : 'N'}`;
  return `${lat}  ${each(place.lon, 3)} ${place.lon < 0 ? 'W' : 'E'}`;
}

/** A place as a field takes it, latitude first; five decimals are a metre. */
export function writtenPlace({ lon, lat }: Place, decimals = 5): string {
  const part = (degrees: number, letters: string) => `${Number(Math.abs(degrees).toFixed(decimals))}${letters.charAt(degrees < 0 ? 1 : 0)}`;
  return `${part(lat, 'NS')},${part(lon, 'EW')}`;
}

/** A place in a form. Where a grid has no name for it, in degrees. */
export function shown(place: Place, form: Form): string {
  switch (form) {
    case 'DD':
      return both(place, (degrees) => `${Math.abs(degrees).toFixed(5)}°`);
    case 'DDM':
      return both(place, (degrees, width) => parts(degrees, 1, 3, width));
    case 'DMS':
      return both(place, (degrees, width) => parts(degrees, 2, 1, width));
    case 'MGRS':
      return mgrsText(place) ?? shown(place, 'DD');
    case 'UTM':
      return utmText(place) ?? shown(place, 'DD');
  }
}
