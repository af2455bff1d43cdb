import type { Geometry, Position } from 'geojson';
import type { Body, Subject } from '../api/types';
import { covered } from '../geo/shapes';
import { harmless } from '../text/harmless';
import type { Interval } from './intervals';

/** A volume as it is drawn and sifted. Heights in metres above the ellipsoid, where the node tells them. */
export interface Shape extends Interval {
  readonly polygons: Position[][][];
  readonly lower: string;
  readonly upper: string;
  readonly hae: readonly [number, number];
}

/** A subject that takes space for a while. */
export interface Activity {
  readonly id: string;
  readonly owner: string;
  readonly kind: string;
  readonly sort: string;
  readonly name: string;
  readonly title: string;
  readonly callsign: string;
  readonly onBehalfOf: string;
  readonly volumes: readonly Shape[];
  readonly from: number;
  readonly until: number;
  readonly ended: boolean;
  readonly subject: Subject;
}

/** Kinds of record that take space. */
const TAKE_SPACE = new Set(['activity', 'area', 'movement', 'distress']);

/** What ends an activity before its window does. */
const ENDS = new Set(['stopped', 'withdrawn']);

function text(value: unknown): string {
  return typeof value === 'string' ? harmless(value) : '';
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The fields of an object; none where it is no object. */
export function fields(value: unknown): Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : {};
}

function shape(volume: Body): Shape {
  const hae = fields(volume['hae']);
  return {
    polygons: covered(volume['geometry'] as Geometry, number(volume['radius']), number(volume['halfWidth'])),
    lower: text(volume['lower']),
    upper: text(volume['upper']),
    hae: [number(hae['lower']) ?? -Infinity, number(hae['upper']) ?? Infinity],
    from: Date.parse(text(volume['from'])),
    until: Date.parse(text(volume['until'])),
  };
}

/** A subject as an activity; undefined where it takes no space, or hides where. */
export function activity(subject: Subject): Activity | undefined {
  const { kind, owner, body, statuses } = subject.properties;
  const of = fields(body);
  const volumes = Array.isArray(of['volumes']) ? of['volumes'].map((each) => shape(fields(each))) : [];
  const timed = volumes.filter((each) => !Number.isNaN(each.from) && !Number.isNaN(each.until));
  if (!TAKE_SPACE.has(kind) || timed.length === 0) {
    return undefined;
  }
  const end = statuses.find((each) => ENDS.has(each.status));
  const until = Math.max(...timed.map((each) => each.until));
  return {
    id: subject.id,
    owner,
    kind,
    sort: text(of['activity']) || text(of['area']) || kind,
    name: text(of['name']) || subject.id,
    title: text(of['title']),
    callsign: text(of['callsign']),
    onBehalfOf: text(of['onBehalfOf']),
    volumes: end ? timed.map((each) => ({ ...each, until: Math.min(each.until, Date.parse(end.at)) })) : timed,
    from: Math.min(...timed.map((each) => each.from)),
    until: end ? Math.min(until, Date.parse(end.at)) : until,
    ended: end !== undefined,
    subject,
  };
}

/** What its owner had reported of it last by an instant, if anything. */
export function reportedBy(of: Activity, instant: number): string | undefined {
  return of.subject.properties.statuses.findLast((each) => Date.parse(each.at) <= instant)?.status;
}

/** Whether it had ended by an instant, by the word of its owner. */
export function isEndedBy(of: Activity, instant: number): boolean {
  return of.ended && of.subject.properties.statuses.some((each) => ENDS.has(each.status) && Date.parse(each.at) <= instant);
}

/** Whether it was reported started, and not stopped or withdrawn. */
export function isStarted(of: Activity, instant = Infinity): boolean {
  return !isEndedBy(of, instant) && of.subject.properties.statuses.some((each) => each.status === 'started' && Date.parse(each.at) <= instant);
}

/** Whether its window is over and nobody has reported that it stopped: it counts as still there (W15). */
export function isOverdue(of: Activity, instant: number): boolean {
  return of.kind === 'activity' && of.until <= instant && !isEndedBy(of, instant);
}

/** When it counts: its windows, and after the last of them until it was reported stopped; without a stop report on and on. */
export function intervals(of: Activity): Interval[] {
  const end = of.subject.properties.statuses.find((each) => ENDS.has(each.status));
  const last = end ? Date.parse(end.at) : Infinity;
  return of.volumes.map(({ from, until }) => ({ from, until: of.kind === 'activity' && until === of.until ? Math.max(until, last) : until }));
}
