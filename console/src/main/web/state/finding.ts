import { computed } from '@preact/signals';
import type { Position } from 'geojson';
import type { Subject } from '../api/types';
import { writtenPlace } from '../geo/coordinates';
import type { Place } from '../geo/grid';
import { readPlace } from '../geo/read';
import { fields } from './activities';
import { remembered } from './remembered';
import { session } from './store';

/** A place that somebody has given a name in this browser. */
export interface Saved {
  readonly name: string;
  readonly at: string;
}

const kept = remembered<Readonly<Record<string, readonly Saved[]>>>('places', {});

/** The places of who is signed in. */
export const saved = computed<readonly Saved[]>(() => kept.value[session.value?.account ?? ''] ?? []);

function keep(all: readonly Saved[]): void {
  const account = session.peek()?.account;
  if (account) {
    kept.value = { ...kept.peek(), [account]: all };
  }
}

/** Keeps a place by a name; another of that name goes. */
export function save(name: string, at: Place): void {
  keep([...saved.peek().filter((each) => each.name !== name), { name, at: writtenPlace(at, 7) }].sort((one, other) => one.name.localeCompare(other.name)));
}

/** Forgets a place. */
export function forgetPlace(name: string): void {
  keep(saved.peek().filter((each) => each.name !== name));
}

/** Something that a search found: a place, or a record with the place where it begins. */
export type Found =
  | { readonly what: 'place'; readonly at: Place }
  | { readonly what: 'saved'; readonly name: string; readonly at: Place }
  | { readonly what: 'record'; readonly id: string; readonly name: string; readonly kind: string; readonly owner: string; readonly at: Place | undefined };

/** The first position of a geometry. */
function first(coordinates: unknown): Position | undefined {
  if (!Array.isArray(coordinates)) {
    return undefined;
  }
  return typeof coordinates[0] === 'number' ? (coordinates as Position) : first(coordinates[0]);
}

function placeOf(subject: Subject): Place | undefined {
  const geometry = subject.geometry;
  const one = geometry?.type === 'GeometryCollection' ? geometry.geometries[0] : geometry;
  const [lon, lat] = (one && 'coordinates' in one ? first(one.coordinates) : undefined) ?? [];
  return lon === undefined || lat === undefined ? undefined : { lon, lat };
}

/** Words by which a subject is found: names of it and of its versions, title, call sign. */
function namesOf(subject: Subject): readonly string[] {
  const body = fields(subject.properties.body);
  return [body['name'], subject.id, subject.properties.current, body['title'], body['callsign']].filter((each) => typeof each === 'string');
}

function rank(names: readonly string[], sought: string): number {
  const folded = names.map((each) => each.toLocaleLowerCase());
  return folded.some((each) => each === sought) ? 0 : folded.some((each) => each.startsWith(sought)) ? 1 : folded.some((each) => each.includes(sought)) ? 2 : 3;
}

/** So many are told; whoever wants another types more. */
const MOST = 12;

/** What a text means: coordinates in any form, places that were saved, records by name; what is named exactly so comes first. Nothing yet: all saved places. */
export function found(text: string, places: readonly Saved[], subjects: readonly Subject[]): readonly Found[] {
  const sought = text.trim().toLocaleLowerCase();
  const read = readPlace(text);
  const named = places.filter((each) => rank([each.name], sought) < 3).flatMap(({ name, at }) => {
    const place = readPlace(at);
    return place ? [{ what: 'saved' as const, name, at: place }] : [];
  });
  const records = (sought ? subjects : [])
    .map((subject) => ({ subject, names: namesOf(subject), rank: rank(namesOf(subject), sought) }))
    .filter((each) => each.rank < 3)
    .sort((one, other) => one.rank - other.rank || (one.names[0] ?? '').localeCompare(other.names[0] ?? ''))
    .slice(0, MOST)
    .map(({ subject, names }) => ({ what: 'record' as const, id: subject.id, name: names[0] ?? subject.id, kind: subject.properties.kind, owner: subject.properties.owner, at: placeOf(subject) }));
  return [...(read ? [{ what: 'place' as const, at: read }] : []), ...named, ...records];
}
