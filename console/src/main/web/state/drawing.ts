import { computed, signal } from '@preact/signals';
import type { Position } from 'geojson';
import type { Preview } from '../api/types';
import { writtenPlace } from '../geo/coordinates';
import type { Place } from '../geo/grid';
import { readLength, readPlace } from '../geo/read';
import { apart, covered } from '../geo/shapes';
import { joined, placesIn, type Plan } from './plan';

/** The plan that lies open, to be seen on the map and changed there; undefined: none does. */
export const drawn = signal<Plan | undefined>(undefined);

/** Whether each press on the map gives the plan one more place. */
export const adding = signal(false);

/** What the node said that the plan would meet, as it now is. */
export const met = signal<Preview | undefined>(undefined);

/** Where the pointer is while places are added: the next one, not yet given. */
export const next = signal<Place | undefined>(undefined);

/** Of so many metres a radius that is drawn is a multiple. */
const STEP = 10;

/** Places as the node has read them, some of which it alone can (other datums), by how they were written, as its echo says. */
const echoed = computed(() => {
  const known = new Map<string, Place>();
  for (const { given, read } of met.value?.understood ?? []) {
    const place = read.map(readPlace).find((each) => each !== undefined);
    if (place) {
      known.set(given, place);
    }
  }
  return known;
});

/** The places of the plan; undefined is one that cannot be read, or not yet. */
export const places = computed<readonly (Place | undefined)[]>(() =>
  placesIn(drawn.value?.places.value ?? '').map((each) => echoed.value.get(each) ?? readPlace(each)),
);

/** The radius or half width of the plan in metres. */
const size = computed(() => readLength(drawn.value?.width.value ?? '') ?? 0);

function position({ lon, lat }: Place): Position {
  return [lon, lat];
}

/** What the plan covers, with the place under the pointer where one is being added. */
export const outline = computed<Position[][][]>(() => {
  const shape = drawn.value?.shape.value;
  const known = places.value.filter((each) => each !== undefined).map(position);
  const all = adding.value && next.value && shape !== 'circle' ? [...known, position(next.value)] : known;
  const [first] = all;
  if (!first) {
    return [];
  }
  switch (shape) {
    case 'circle':
      return covered({ type: 'Point', coordinates: first }, size.value);
    case 'corridor':
      return covered({ type: 'LineString', coordinates: all }, 0, size.value);
    case 'polygon':
      return covered({ type: 'Polygon', coordinates: [[...all, first]] });
    default:
      return [];
  }
});

function write(change: (all: readonly string[]) => readonly string[]): void {
  const of = drawn.peek();
  if (of) {
    of.places.value = joined(change(placesIn(of.places.peek())));
  }
}

/** Puts a place where another was. */
export function move(index: number, to: Place): void {
  write((all) => all.with(index, writtenPlace(to)));
}

/** Puts a place between two others. */
export function insert(index: number, at: Place): void {
  write((all) => all.toSpliced(index, 0, writtenPlace(at)));
}

/** Takes a place away. */
export function drop(index: number): void {
  write((all) => all.toSpliced(index, 1));
}

/** Makes the radius of a circle reach to a place. */
export function reach(to: Place): void {
  const of = drawn.peek();
  const [centre] = places.peek();
  if (of && centre) {
    of.width.value = `${Math.max(STEP, Math.round(apart(position(centre), position(to)) / STEP) * STEP)} m`;
  }
}

/** Somebody pressed on the map: a circle has a centre, then its radius; all else one more place. */
export function add(at: Place): void {
  if (drawn.peek()?.shape.peek() !== 'circle') {
    write((all) => [...all, writtenPlace(at)]);
  } else if (places.peek().length === 0) {
    write(() => [writtenPlace(at)]);
  } else {
    reach(at);
    adding.value = false;
  }
}

/** Begins to draw: a circle anew, for its first press is its centre; all else goes on where it ends. */
export function begin(): void {
  if (drawn.peek()?.shape.peek() === 'circle') {
    write(() => []);
  }
  adding.value = true;
}
