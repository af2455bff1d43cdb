import { computed } from '@preact/signals';
import { writtenPlace } from '../geo/coordinates';
import { way, type Way } from '../geo/geodesic';
import type { Place } from '../geo/grid';
import { readPlace } from '../geo/read';
import { opened } from './opened';
import { joined, placesIn } from './plan';
import { remembered } from './remembered';

/** Places between which somebody measures, typed or pressed on the map. */
export const measured = remembered('measure', '');

/** Whether a press on the map gives one more. */
export const isMeasuring = computed(() => opened.value?.what === 'measure');

/** Those places; undefined is one that cannot be read. */
export const stations = computed<readonly (Place | undefined)[]>(() => placesIn(measured.value).map(readPlace));

/** A stretch from one place to the next. The way is undefined where the two lie almost opposite on the earth. */
export interface Leg {
  readonly from: Place;
  readonly to: Place;
  readonly way: Way | undefined;
}

/** The stretches between places that can be read, in their order. */
export function legs(all: readonly (Place | undefined)[]): readonly Leg[] {
  const known = all.filter((each) => each !== undefined);
  return known.slice(1).flatMap((to, i) => {
    const from = known[i];
    return from ? [{ from, to, way: way(from, to) }] : [];
  });
}

/** One more place. */
export function station(at: Place): void {
  measured.value = joined([...placesIn(measured.peek()), writtenPlace(at)]);
}
