import type { Geometry, Position } from 'geojson';
import type { Body, Measure, Subject } from '../api/types';
import { circle, covered } from '../geo/shapes';
import { fields } from './activities';

/** What a shape of a record covers. */
function shaped(shape: Body): Position[][][] {
  const number = (of: unknown) => (typeof of === 'number' ? of : undefined);
  const geometry = shape['geometry'] as Geometry | undefined;
  return geometry ? covered(geometry, number(shape['radius']), number(shape['halfWidth'])) : [];
}

/** What was agreed about measures: in records of their own, and in the agreement. */
function agreed(subjects: readonly Subject[]): readonly Body[] {
  return subjects
    .filter((each) => each.properties.concluded !== undefined)
    .flatMap(({ properties }) => {
      const body = fields(properties.body);
      const listed = body['measures'];
      return properties.kind === 'measure' ? [body] : Array.isArray(listed) ? listed.map(fields) : [];
    });
}

/** The ground of a measure that is no line, as it was agreed last. */
export function groundOf(measure: Measure, subjects: readonly Subject[]): Position[][][] {
  const body = agreed(subjects).findLast((each) => each['name'] === measure.name);
  return body ? shaped(fields(body['shape'])) : [];
}

/** Who keeps to which side of a line, seen along it. */
export function sidesOf(measure: Measure): { readonly left: readonly string[]; readonly right: readonly string[] } {
  const on = (side: string) => Object.entries(measure.sides ?? {}).flatMap(([party, its]) => (its === side ? [party] : [])).sort();
  return { left: on('left'), right: on('right') };
}

/** The ground round a site from which others keep away; none where it has no buffer. */
export function bufferOf(site: Subject): Position[][][] {
  const metres = site.properties.body?.['buffer'];
  return site.geometry?.type === 'Point' && typeof metres === 'number' && metres > 0 ? [[circle(site.geometry.coordinates, metres)]] : [];
}

/** Whether its owner has asked others not to use it any more. */
export function isWithdrawn(site: Subject): boolean {
  return site.properties.statuses.some((each) => each.status === 'withdrawn');
}
