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
const SQUARE = 100_000;
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

/** Metres east and north of a place in a zone, also where it lies a little beside it; `south` counts from 10,000 km south of the equator. */
export function inZone(zone: number, south: boolean, { lon, lat }: Place): { readonly east: number; readonly north: number } {
  const sine = Math.sin(lat * DEGREE);
  const t = Math.sinh(Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine));
  const away = (lon - (zone * 6 - 183)) * DEGREE;
  const xi = Math.atan2(t, Math.cos(away));
  const eta = Math.atanh(Math.sin(away) / Math.hypot(1, t));
  let east = eta;
  let north = xi;
  ALPHA.forEach((alpha, i) => {
    east += alpha * Math.cos(2 * (i + 1) * xi) * Math.sinh(2 * (i + 1) * eta);
    north += alpha * Math.sin(2 * (i + 1) * xi) * Math.cosh(2 * (i + 1) * eta);
  });
  return { east: 500_000 + SCALE * RECTIFYING * east, north: SCALE * RECTIFYING * north + (south ? 10_000_000 : 0) };
}

/** A place in UTM; none beyond 84° north and 80° south, where UTM ends. */
export function utm(place: Place): Utm | undefined {
  if (place.lat < -80 || place.lat > 84) {
    return undefined;
  }
  const zone = zoneOf(place);
  const band = BANDS.charAt(Math.min(19, Math.floor((place.lat + 80) / 8)));
  return { zone, band, ...inZone(zone, place.lat < 0, place) };
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
  const digits = (metres: number) => String(Math.floor(metres) % 100_000).padStart(5, '0');
  return `${at.zone}${at.band} ${squareOf(at)} ${digits(at.east)} ${digits(at.north)}`;
}

const BETA = [N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96, N ** 2 / 48 + N ** 3 / 15, (17 * N ** 3) / 480] as const;
const DELTA = [2 * N - (2 * N ** 2) / 3 - 2 * N ** 3, (7 * N ** 2) / 3 - (8 * N ** 3) / 5, (56 * N ** 3) / 15] as const;

/** The place of metres east and north in a zone of one half of the earth. */
export function placeAt(zone: number, south: boolean, east: number, north: number): Place {
  const xi = (north - (south ? 10_000_000 : 0)) / (SCALE * RECTIFYING);
  const eta = (east - 500_000) / (SCALE * RECTIFYING);
  let [up, away] = [xi, eta];
  BETA.forEach((beta, i) => {
    up -= beta * Math.sin(2 * (i + 1) * xi) * Math.cosh(2 * (i + 1) * eta);
    away -= beta * Math.cos(2 * (i + 1) * xi) * Math.sinh(2 * (i + 1) * eta);
  });
  const conformal = Math.asin(Math.sin(up) / Math.cosh(away));
  const lat = DELTA.reduce((sum, delta, i) => sum + delta * Math.sin(2 * (i + 1) * conformal), conformal);
  return { lon: zone * 6 - 183 + Math.atan2(Math.sinh(away), Math.cos(up)) / DEGREE, lat: lat / DEGREE };
}

/** The latitudes of a band by its letter. */
export function bandOf(letter: string): readonly [number, number] | undefined {
  const place = BANDS.indexOf(letter);
  return place < 0 || letter === '' ? undefined : [place * 8 - 80, letter === 'X' ? 84 : place * 8 - 72];
}

/** The two letters of a square of 100 km. */
export function squareOf({ zone, east, north }: Utm): string {
  const column = COLUMNS[zone % 3]?.charAt(Math.floor(east / SQUARE) - 1) ?? '';
  return column + ROWS.charAt((Math.floor(north / SQUARE) + (zone % 2 === 0 ? 5 : 0)) % ROWS.length);
}

/** So far apart squares of the same letters follow each other to the north. */
const ROUND = ROWS.length * SQUARE;
const MGRS = /^(\d{1,2})\s*([C-HJ-NP-X])\s*([A-HJ-NP-Z])([A-HJ-NP-V])\s*(?:(\d{0,10})|(\d{1,5})\s+(\d{1,5}))$/;
const UTM = /^(\d{1,2})\s*([C-HJ-NP-X])\s+(\d{6})(?:\.\d+)?\s*M?E?\s+(\d{1,8})(?:\.\d+)?\s*M?N?$/;

/** Whether a place lies in a zone and band, or within a metre of them: digits are cut off, and may lead over the border. */
function isIn({ lon, lat }: Place, zone: number, band: string): boolean {
  const near = [-1e-5, 1e-5];
  return near.some((east) => near.some((north) => {
    const at = utm({ lon: lon + east / Math.cos(lat * DEGREE), lat: lat + north });
    return at?.zone === zone && at.band === band;
  }));
}

/** A place in MGRS with as many digits as somebody gave: the middle of its square. Undefined where there is no such square. */
export function readMgrs(text: string): Place | undefined {
  const [, zone = '', letter = '', column = '', row = '', joined, first = '', second = ''] = MGRS.exec(text.trim().toUpperCase()) ?? [];
  const digits = joined ?? first + second;
  const across = COLUMNS[Number(zone) % 3]?.indexOf(column) ?? -1;
  if (across < 0 || digits.length % 2 === 1 || first.length !== second.length) {
    return undefined;
  }
  const unit = SQUARE / 10 ** (digits.length / 2);
  const part = (of: string) => (Number(of) + 0.5) * unit;
  const east = (across + 1) * SQUARE + part(digits.slice(0, digits.length / 2));
  const up = (ROWS.indexOf(row) + ROWS.length - (Number(zone) % 2 === 0 ? 5 : 0)) % ROWS.length;
  const lowest = up * SQUARE + part(digits.slice(digits.length / 2));
  const south = letter < 'N';
  return Array.from({ length: 5 }, (_, i) => placeAt(Number(zone), south, east, lowest + i * ROUND)).find((each) =>
    isIn(each, Number(zone), letter),
  );
}

/** A place in UTM: 37S 647780 3877569. */
export function readUtm(text: string): Place | undefined {
  const [, zone = '', letter = '', east = '', north = ''] = UTM.exec(text.trim().toUpperCase()) ?? [];
  const place = letter ? placeAt(Number(zone), letter < 'N', Number(east), Number(north)) : undefined;
  return place && isIn(place, Number(zone), letter) ? place : undefined;
}
