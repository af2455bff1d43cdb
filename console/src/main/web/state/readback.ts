import type { Geometry, Position } from 'geojson';
import type { Body, Difference, PhraseBook } from '../api/types';
import { fields } from './activities';
import { volumesOf } from './plan';

/** One value that is read back, and where it goes. `space`, `n`: which space, which place, from 1; absent where there is but one. */
export interface Part {
  readonly path: readonly (string | number)[];
  readonly name: string;
  readonly space?: number;
  readonly n?: number;
}

/** More than so many values nobody reads back by keyboard: that is what a sheet and a telephone are for. */
const MOST = 60;

/** Fields of a kind, beside its spaces, that are read back. */
const OF_KIND: Readonly<Record<string, readonly string[]>> = {
  site: ['place'],
  stop: ['place'],
  'force-claim': ['place'],
  completeness: ['shape', 'from', 'until'],
};

/** Types of a template's fields that are read back as one text. */
const ONE_TEXT = new Set(['place', 'sign', 'text', 'moment', 'clock', 'height', 'party', 'record']);

function corners(geometry: Geometry): readonly Position[] | undefined {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
      return geometry.coordinates;
    case 'Polygon':
      return geometry.coordinates.length === 1 ? geometry.coordinates[0]?.slice(0, -1) : undefined;
    default:
      return undefined;
  }
}

function inShape(geometry: Geometry, before: Part['path'], space: number | undefined): readonly Part[] | undefined {
  const all = corners(geometry);
  const at = [...before, 'coordinates'];
  const of = space === undefined ? {} : { space };
  return all?.map((_, i) => {
    const path = geometry.type === 'Point' ? at : geometry.type === 'LineString' ? [...at, i] : [...at, 0, i];
    return { path, name: 'place', ...of, ...(all.length > 1 ? { n: i + 1 } : {}) };
  });
}

function inVolume(volume: Body, i: number, many: boolean): readonly Part[] | undefined {
  const geometry = volume['geometry'] as Geometry | undefined;
  const places = geometry && inShape(geometry, ['volumes', i, 'geometry'], many ? i + 1 : undefined);
  const rest = ['radius', 'halfWidth', 'lower', 'upper', 'from', 'until'].filter((name) => volume[name] !== undefined);
  return places && [...places, ...rest.map((name) => ({ path: ['volumes', i, name], name, ...(many ? { space: i + 1 } : {}) }))];
}

function inGround(shape: Body): readonly Part[] | undefined {
  const geometry = shape['geometry'] as Geometry | undefined;
  const places = geometry && inShape(geometry, ['shape', 'geometry'], undefined);
  const width = ['radius', 'halfWidth'].filter((name) => shape[name] !== undefined);
  return places && [...places, ...width.map((name) => ({ path: ['shape', name], name }))];
}

/** What of a message is read back, by its template; undefined: some of it cannot be by keyboard. */
function inTemplate(body: Body, book: PhraseBook | undefined): readonly Part[] | undefined {
  const template = book?.templates.find((each) => each.code === body['template']);
  const said = fields(body['fields']);
  const parts: Part[] = [];
  for (const { name, type } of template?.fields.filter((each) => each.readBack && said[each.name] !== undefined) ?? []) {
    if (type === 'window' || type === 'clocks') {
      parts.push({ path: ['fields', name, 'from'], name: 'from' }, { path: ['fields', name, 'until'], name: 'until' });
    } else if (ONE_TEXT.has(type)) {
      parts.push({ path: ['fields', name], name });
    } else {
      return undefined;
    }
  }
  return parts;
}

/** What of a record is read back here, in the order in which it is said; none: it is read back by voice, or needs no read-back. */
export function partsOf(kind: string, body: Body | null | undefined, book: PhraseBook | undefined): readonly Part[] {
  const of = fields(body);
  const volumes = volumesOf(of);
  const found: (readonly Part[] | undefined)[] = [
    ...volumes.map((each, i) => inVolume(each, i, volumes.length > 1)),
    ...(OF_KIND[kind] ?? [])
      .filter((name) => of[name] !== undefined)
      .map((name) => (name === 'shape' ? inGround(fields(of[name])) : [{ path: [name], name }])),
    kind === 'message' ? inTemplate(of, book) : [],
  ];
  const parts = found.flatMap((each) => each ?? []);
  return found.includes(undefined) || parts.length > MOST ? [] : parts;
}

/** What is read back, as it goes to the node. Every space needs the type of its shape, which nobody reads back. */
export function entered(parts: readonly Part[], texts: readonly string[], said: Body): Body {
  const body: Record<string, unknown> = {};
  parts.forEach(({ path }, i) => put(body, path, (texts[i] ?? '').trim()));
  const close = (shape: Record<string, unknown>, of: Geometry) => {
    shape['type'] = of.type;
    if (of.type === 'Polygon') {
      const [ring] = shape['coordinates'] as string[][];
      ring?.push(ring[0] ?? '');
    }
  };
  volumesOf(body).forEach((each, i) => close(each['geometry'] as Record<string, unknown>, volumesOf(said)[i]?.['geometry'] as Geometry));
  if (body['shape']) {
    close(fields(body['shape'])['geometry'] as Record<string, unknown>, fields(said['shape'])['geometry'] as Geometry);
  }
  return body;
}

function put(into: Record<string, unknown>, path: Part['path'], text: string): void {
  let at = into as Record<string | number, unknown>;
  path.slice(0, -1).forEach((name, i) => {
    at[name] ??= typeof path[i + 1] === 'number' ? [] : {};
    at = at[name] as Record<string | number, unknown>;
  });
  const last = path.at(-1);
  if (last !== undefined) {
    at[last] = text;
  }
}

/** A value at a path of a body. */
export function at(body: unknown, path: Part['path']): unknown {
  return path.reduce<unknown>((of, name) => (typeof of === 'object' && of !== null ? (of as Record<string | number, unknown>)[name] : undefined), body);
}

/** The names under which a record holds what a part says. */
const HELD = /\b(lower|upper|from|until|radius|halfWidth)\b/;

/** The part that a difference is of: the node names it as records hold it, `volumes[0].shape.corridor.line[1]`. */
export function partOf(difference: Difference, parts: readonly Part[]): Part | undefined {
  const volume = /^volumes\[(\d+)\]/.exec(difference.field)?.[1];
  const name = HELD.exec(difference.field)?.[1];
  const last = /\[(\d+)\]$/.exec(difference.field)?.[1];
  const field = /^fields\.(\w+)/.exec(difference.field)?.[1];
  return parts.find(({ path, name: own, n }) => {
    if (volume !== undefined ? path[0] !== 'volumes' || path[1] !== Number(volume) : path[0] === 'volumes') {
      return false;
    }
    if (field !== undefined) {
      return path[0] === 'fields' && path[1] === field && (path.length === 2 || path[2] === name);
    }
    return difference.apart === undefined ? own === (name ?? difference.field) : own === 'place' && (n === undefined || n === Number(last) + 1);
  });
}

/** What differs, each value once: a height that was read otherwise is other in the record in more than one place. */
export function told(all: readonly Difference[], parts: readonly Part[]): readonly { readonly difference: Difference; readonly part: Part | undefined }[] {
  return all
    .map((difference) => ({ difference, part: partOf(difference, parts) }))
    .filter(({ part }, i, found) => part === undefined || found.findIndex((each) => each.part === part) === i);
}
