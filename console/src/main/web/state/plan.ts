import type { Signal } from '@preact/signals';
import { signal } from '@preact/signals';
import type { Geometry, Position } from 'geojson';
import type { Body, Statement, Subject } from '../api/types';
import { writtenPlace } from '../geo/coordinates';
import { fields } from './activities';
import { remembered } from './remembered';

export const SHAPES = ['circle', 'corridor', 'polygon'] as const;

/** An activity as it is being written: what stands in the fields, typed or drawn. */
export interface Plan {
  readonly sort: Signal<string>;
  readonly name: Signal<string>;
  /** One of `SHAPES`; `kept`: a shape that has no fields here and stays as it was said. */
  readonly shape: Signal<string>;
  readonly places: Signal<string>;
  readonly width: Signal<string>;
  readonly lower: Signal<string>;
  readonly upper: Signal<string>;
  readonly from: Signal<string>;
  readonly until: Signal<string>;
}

/** The fields in which an amendment can differ from what it replaces, in the order in which they are told. */
export const AMENDED = ['shape', 'places', 'width', 'lower', 'upper', 'from', 'until'] as const;

/** The activity that is written anew: it outlives a reload and a session. */
export const notified: Plan = {
  sort: remembered('notify.sort', 'air'),
  name: remembered('notify.name', ''),
  shape: remembered('notify.shape', 'circle'),
  places: remembered('notify.places', ''),
  width: remembered('notify.width', ''),
  lower: remembered('notify.lower', ''),
  upper: remembered('notify.upper', ''),
  from: remembered('notify.from', ''),
  until: remembered('notify.until', ''),
};

/** Nothing of it is to be seen the next time; its kind and shape stay. */
export function emptied(of: Plan): void {
  [of.name, of.places, of.width, of.lower, of.upper, of.from, of.until].forEach((each) => (each.value = ''));
}

/** The places of a field, in their order, as they were written. */
export function placesIn(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map((each) => each.trim())
    .filter(Boolean);
}

/** Places as a field holds them. */
export function joined(places: readonly string[]): string {
  return places.join('; ');
}

/** Whether nothing is missing that the node has to know. */
export function isWhole(of: Plan): boolean {
  const needed = [of.name, of.lower, of.upper, of.from, of.until];
  const drawn = of.shape.value === 'kept' ? [] : of.shape.value === 'polygon' ? [of.places] : [of.places, of.width];
  return [...needed, ...drawn].every((each) => each.value.trim());
}

function shape(of: Plan): Body {
  const all = placesIn(of.places.value);
  const size = of.width.value.trim();
  switch (of.shape.value) {
    case 'kept':
      return {};
    case 'corridor':
      return { geometry: { type: 'LineString', coordinates: all }, halfWidth: size };
    case 'polygon':
      return { geometry: { type: 'Polygon', coordinates: [[...all, all[0] ?? '']] } };
    default:
      return { geometry: { type: 'Point', coordinates: all[0] ?? '' }, radius: size };
  }
}

function volume(of: Plan): Body {
  return { ...shape(of), lower: of.lower.value, upper: of.upper.value, from: of.from.value, until: of.until.value };
}

/** What a plan says as a new activity. */
export function notice(of: Plan): Statement {
  return { kind: 'activity', body: { activity: of.sort.value, name: of.name.value, volumes: [volume(of)] } };
}

/** What an amendment starts from: a version of an own activity, and which of its spaces changes. */
export interface Before {
  readonly record: string;
  readonly body: Body;
  readonly place: number;
}

/** What the node computes from a volume; it does so again for the next version. */
const COMPUTED = new Set(['hae', 'levels']);

/** What says where a volume is; replaced as a whole where that changes. */
const WHERE = new Set(['geometry', 'radius', 'halfWidth', 'edges']);

function without(of: Body, names: ReadonlySet<string>): Body {
  return Object.fromEntries(Object.entries(of).filter(([name]) => !names.has(name)));
}

/** The spaces of a body. */
export function volumesOf(body: Body | null | undefined): readonly Body[] {
  const list = fields(body)['volumes'];
  return Array.isArray(list) ? list.map(fields) : [];
}

/** What a plan says as the next version: all of the old one, but the space that was changed. */
export function amendment(of: Plan, before: Before): Statement {
  const volumes = volumesOf(before.body).map((each, i) => {
    const stated = without(each, COMPUTED);
    return i === before.place ? { ...(of.shape.value === 'kept' ? stated : without(stated, WHERE)), ...volume(of) } : stated;
  });
  return { kind: 'activity', about: before.record, body: { ...before.body, volumes } };
}

function drawnAs(geometry: Geometry | undefined): { readonly shape: string; readonly at: readonly Position[] } {
  switch (geometry?.type) {
    case 'Point':
      return { shape: 'circle', at: [geometry.coordinates] };
    case 'LineString':
      return { shape: 'corridor', at: geometry.coordinates };
    case 'Polygon':
      return geometry.coordinates.length === 1 ? { shape: 'polygon', at: (geometry.coordinates[0] ?? []).slice(0, -1) } : { shape: 'kept', at: [] };
    default:
      return { shape: 'kept', at: [] };
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A space of an activity as fields to change. */
export function planOf(subject: Subject, place: number): Plan {
  const body = fields(subject.properties.body);
  const of = volumesOf(body)[place] ?? {};
  const { shape: name, at } = drawnAs(of['geometry'] as Geometry | undefined);
  const size = of['radius'] ?? of['halfWidth'];
  return {
    sort: signal(text(body['activity'])),
    name: signal(text(body['name'])),
    shape: signal(name),
    places: signal(joined(at.map(([lon = 0, lat = 0]) => writtenPlace({ lon, lat }, 7)))),
    width: signal(typeof size === 'number' ? `${size} m` : ''),
    lower: signal(text(of['lower'])),
    upper: signal(text(of['upper'])),
    from: signal(text(of['from'])),
    until: signal(text(of['until'])),
  };
}

/** What stands in the fields of a plan now. */
export function textsOf(of: Plan): Readonly<Record<(typeof AMENDED)[number], string>> {
  return Object.fromEntries(AMENDED.map((each) => [each, of[each].value])) as Record<(typeof AMENDED)[number], string>;
}

/** The fields in which two are not the same, each with both. */
export function changes(before: ReturnType<typeof textsOf>, after: ReturnType<typeof textsOf>): readonly { readonly field: (typeof AMENDED)[number]; readonly old: string; readonly now: string }[] {
  return AMENDED.filter((each) => before[each].trim() !== after[each].trim()).map((field) => ({ field, old: before[field], now: after[field] }));
}
