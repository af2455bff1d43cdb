/** A place on WGS 84, in degrees. */
export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** A place in a UTM zone: metres east and north, the letter of its band. */
export interface Utm {
  readonly zone: number;
  readonly band: string;
  readonly east: number;
  readonly north: number;
}

const A = 6_378_137;
const F = 1 / 298.257223563;
const N = F / (2 - F);
const SCALE = 0.9996;
const RECTIFYING = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
/** Krüger's series to the third order: a millimetre within a zone. */
const ALPHA = [N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16, (13 * N ** 2) / 48 - (3 * N ** 3) / 5, (61 * N ** 3) / 240] as const;
const ECCENTRICITY = (2 * Math.sqrt(N)) / (1 + N);
const BANDS = 'CDEFGHJKLMNPQRSTUVWX';
const COLUMNS = ['STUVWXYZ', 'ABCDEFGH', 'JKLMNPQR'] as const;
const ROWS = 'ABCDEFGHJKLMNPQRSTUV';
const DEGREE = Math.PI / 180;

/** The zone of a place, with the exceptions of Norway and Svalbard. */
function zoneOf({ lon, lat }: Place): number {
  if (lat >= 56 && lat < 64 && lon >= 3 && lon < 12) {
    return 32;
  }
  if (lat >= 72 && lon >= 0 && lon < 42) {
    return lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37;
  }
  return Math.min(60, Math.floor((lon + 180) / 6) + 1);
}

/** A place in UTM; none beyond 84° north and 80° south, where UTM ends. */
export function utm(place: Place): Utm | undefined {
  if (place.lat < -80 || place.lat > 84) {
    return undefined;
  }
  const zone = zoneOf(place);
  const sine = Math.sin(place.lat * DEGREE);
  const t = Math.sinh(Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine));
  const away = (place.lon - (zone * 6 - 183)) * DEGREE;
  const xi = Math.atan2(t, Math.cos(away));
  const eta = Math.atanh(Math.sin(away) / Math.hypot(1, t));
  let east = eta;
  let north = xi;
  ALPHA.forEach((alpha, i) => {
    east += alpha * Math.cos(2 * (i + 1) * xi) * Math.sinh(2 * (i + 1) * eta);
    north += alpha * Math.sin(2 * (i + 1) * xi) * Math.cosh(2 * (i + 1) * eta);
  });
  return {
    zone,
    band: BANDS.charAt(Math.min(19, Math.floor((place.lat + 80) / 8))),
    east: 500_000 + SCALE * RECTIFYING * east,
    north: SCALE * RECTIFYING * north + (place.lat < 0 ? 10_000_000 : 0),
  };
}

/** UTM as it is written: 37S 465278 3876543. */
export function utmText(place: Place): string | undefined {
  const at = utm(place);
  return at && `${at.zone}${at.band} ${Math.floor(at.east)} ${Math.floor(at.north)}`;
}

/** MGRS to the metre: 37S DU 65278 76543. */
export function mgrsText(place: Place): string | undefined {
  const at = utm(place);
  if (!at) {
    return undefined;
  }
  const column = COLUMNS[at.zone % 3]?.charAt(Math.floor(at.east / 100_000) - 1) ?? '';
  const row = ROWS.charAt((Math.floor(at.north / 100_000) + (at.zone % 2 === 0 ? 5 : 0)) % 20);
  const digits = (metres: number) => String(Math.floor(metres) % 100_000).padStart(5, '0');
  return `${at.zone}${at.band} ${column}${row} ${digits(at.east)} ${digits(at.north)}`;
}
