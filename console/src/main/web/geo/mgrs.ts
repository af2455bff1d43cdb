import { bandOf, inZone, placeAt, squareOf, type Place } from './grid';

/** A part of the earth in degrees, not across 180°. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What a line of the grid parts: zones and bands, squares of 100 km, or finer ones. */
export type Rank = 'zone' | 'square' | 'fine';

export interface GridLine {
  readonly rank: Rank;
  readonly places: readonly Place[];
}

/** A name in the middle of what it names, or digits at the foot or the side of a line. */
export interface GridLabel {
  readonly rank: Rank;
  readonly place: Place;
  readonly text: string;
}

export interface Mgrs {
  readonly lines: readonly GridLine[];
  readonly labels: readonly GridLabel[];
}

/** A zone in a band, with its exceptions: what its squares are cut off by. */
interface Cell extends Bounds {
  readonly name: string;
  readonly zone: number;
}

const BANDS = [...'CDEFGHJKLMNPQRSTUVWX'];
const STEPS = [100_000, 10_000, 1_000, 100] as const;
/** Lines nearer than so many pixels are noise. */
const APART = 55;
/** Each line in a cell is drawn by so many stretches. */
const STRETCHES = 12;

/** The bounds of a zone in a band; Norway's 32V is wider, Svalbard has four zones where there are seven. */
function edges(zone: number, band: string): readonly [number, number] | undefined {
  const west = zone * 6 - 186;
  if (band === 'V' && (zone === 31 || zone === 32)) {
    return zone === 31 ? [0, 3] : [3, 12];
  }
  const svalbard: Readonly<Record<number, readonly [number, number] | undefined>> = { 31: [0, 9], 33: [9, 21], 35: [21, 33], 37: [33, 42] };
  return band === 'X' && zone >= 31 && zone <= 37 ? svalbard[zone] : [west, west + 6];
}

function overlap(one: Bounds, other: Bounds): Bounds | undefined {
  const both = {
    west: Math.max(one.west, other.west),
    south: Math.max(one.south, other.south),
    east: Math.min(one.east, other.east),
    north: Math.min(one.north, other.north),
  };
  return both.west < both.east && both.south < both.north ? both : undefined;
}

function cells(view: Bounds): Cell[] {
  return BANDS.flatMap((band) => {
    const [south, north] = bandOf(band) ?? [0, 0];
    return Array.from({ length: 60 }, (_, i) => i + 1).flatMap((zone) => {
      const [west, east] = edges(zone, band) ?? [0, 0];
      const cell = { west, south, east, north, zone, name: `${zone}${band}` };
      return west < east && overlap(cell, view) ? [cell] : [];
    });
  });
}

function middle({ west, south, east, north }: Bounds): Place {
  return { lon: (west + east) / 2, lat: (south + north) / 2 };
}

function holds({ west, south, east, north }: Bounds, { lon, lat }: Place): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Where the way from inside to outside leaves the bounds, to a ten-thousandth of it. */
function leaving(bounds: Bounds, at: (share: number) => Place, inside: number, outside: number): Place {
  let [here, there] = [inside, outside];
  for (let i = 0; i < 14; i++) {
    const half = (here + there) / 2;
    [here, there] = holds(bounds, at(half)) ? [half, there] : [here, half];
  }
  return at(here);
}

/** What of a line lies within bounds. */
function clipped(bounds: Bounds, at: (share: number) => Place): readonly Place[] {
  const all = Array.from({ length: STRETCHES + 1 }, (_, i) => i / STRETCHES);
  const inside = all.map((share) => holds(bounds, at(share)));
  return all.flatMap((share, i) => {
    const before = all[i - 1];
    const entered = before !== undefined && inside[i] && !inside[i - 1] ? [leaving(bounds, at, share, before)] : [];
    const left = before !== undefined && !inside[i] && inside[i - 1] ? [leaving(bounds, at, before, share)] : [];
    return [...entered, ...left, ...(inside[i] ? [at(share)] : [])];
  });
}

/** Metres east and north in a zone that bounds reach over. */
function reach({ zone, north: top }: Cell, { west, south, east, north }: Bounds) {
  const from = (lon: number, lat: number) => inZone(zone, top <= 0, { lon, lat });
  const half = (west + east) / 2;
  const all = [from(west, south), from(half, south), from(east, south), from(west, north), from(half, north), from(east, north)];
  const [easts, norths] = [all.map((each) => each.east), all.map((each) => each.north)];
  return { west: Math.min(...easts), east: Math.max(...easts), south: Math.min(...norths), north: Math.max(...norths) };
}

function multiples(from: number, until: number, step: number): number[] {
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(until / step) - first + 1) }, (_, i) => (first + i) * step);
}

/** The digits of a line within its square, as many as its step needs. */
function digits(metres: number, step: number): string {
  return String(Math.floor((metres % 100_000) / step)).padStart(Math.round(Math.log10(100_000 / step)), '0');
}

/** The lines of a zone in a band at a step, and their digits at the foot and the side of what is seen. */
function within(cell: Cell, view: Bounds, step: number): Mgrs {
  const seen = overlap(cell, view);
  if (!seen) {
    return { lines: [], labels: [] };
  }
  const { west, south, east, north } = reach(cell, seen);
  const below = cell.north <= 0;
  const rank = (metres: number): Rank => (metres % 100_000 === 0 ? 'square' : 'fine');
  const place = (e: number, n: number) => placeAt(cell.zone, below, e, n);
  const made = [
    ...multiples(west, east, step).map((at) => ({ at, places: clipped(seen, (share) => place(at, south + (north - south) * share)), foot: true })),
    ...multiples(south, north, step).map((at) => ({ at, places: clipped(seen, (share) => place(west + (east - west) * share, at)), foot: false })),
  ].filter((each) => each.places.length > 1);
  return {
    lines: made.map(({ at, places }) => ({ rank: rank(at), places })),
    labels: made.flatMap(({ at, places }) => (rank(at) === 'fine' && places[0] ? [{ rank: 'fine' as const, place: places[0], text: digits(at, step) }] : [])),
  };
}

/** The names of the squares of 100 km, each in the middle of what is seen of it. */
function names(cell: Cell, view: Bounds): GridLabel[] {
  const seen = overlap(cell, view);
  if (!seen) {
    return [];
  }
  const { west, south, east, north } = reach(cell, seen);
  const below = cell.north <= 0;
  const cut = (from: number, until: number) => [from, ...multiples(from + 1, until - 1, 100_000), until];
  const halves = (all: readonly number[]) => all.slice(1).map((each, i) => (each + (all[i] ?? each)) / 2);
  return halves(cut(west, east)).flatMap((e) =>
    halves(cut(south, north)).flatMap((n) => {
      const place = placeAt(cell.zone, below, e, n);
      return holds(seen, place) ? [{ rank: 'square' as const, place, text: squareOf({ zone: cell.zone, band: '', east: e, north: n }) }] : [];
    }),
  );
}

/** How far apart lines are, from squares of 100 km on; undefined: zones and bands alone. */
export function stepOf(metresPerPixel: number): number | undefined {
  return STEPS.findLast((each) => each / metresPerPixel >= APART);
}

/** The grid of what is seen: zones with their bands, then squares, the finer the nearer. */
export function mgrs(view: Bounds, metresPerPixel: number): Mgrs {
  const all = cells(view);
  const step = stepOf(metresPerPixel);
  const zones = all.map((cell) => ({
    rank: 'zone' as const,
    places: [[cell.west, cell.south], [cell.east, cell.south], [cell.east, cell.north], [cell.west, cell.north], [cell.west, cell.south]].map(([lon = 0, lat = 0]) => ({ lon, lat })),
  }));
  const titles = all.map((cell) => ({ rank: 'zone' as const, place: middle(overlap(cell, view) ?? cell), text: cell.name }));
  if (step === undefined) {
    return { lines: zones, labels: titles };
  }
  const squares = all.map((cell) => within(cell, view, step));
  // Where a square fills what is seen, its whole name stands in it.
  const named = all.flatMap((cell) => names(cell, view).map((each) => ({ ...each, text: `${cell.name} ${each.text}` })));
  return { lines: [...squares.flatMap((each) => each.lines), ...zones], labels: [...named, ...squares.flatMap((each) => each.labels)] };
}
