import type { Activity } from './activities';

/** A volume of an activity as time runs and heights rise; all between 0 and 1, from the top left. */
export interface Box {
  readonly owner: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Mark {
  readonly at: number;
  readonly value: number;
}

/** What two activities take of height and time, seen from the side. */
export interface SideView {
  readonly boxes: readonly Box[];
  /** When they are nearer than was agreed. */
  readonly shared: { readonly x: number; readonly width: number };
  readonly heights: readonly Mark[];
  readonly times: readonly Mark[];
}

const HOUR = 3_600_000;
const TIMES = [HOUR / 12, HOUR / 6, HOUR / 4, HOUR / 2, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 168 * HOUR];
const METRES = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];
/** So many marks are on an axis at most. */
const MARKS = 6;
/** What has no bound is drawn so far beyond the rest, as a part of the whole. */
const BEYOND = 0.1;

function marks(low: number, high: number, steps: readonly number[], place: (value: number) => number): Mark[] {
  const step = steps.find((each) => (high - low) / each <= MARKS) ?? steps.at(-1) ?? 1;
  const first = Math.ceil(low / step) * step;
  const count = Math.max(0, Math.floor((high - first) / step) + 1);
  return Array.from({ length: Math.min(count, 2 * MARKS) }, (_, i) => ({ value: first + i * step, at: place(first + i * step) }));
}

/** The least and the most of what has a bound, with a margin. */
function reach(values: readonly number[]): readonly [number, number] {
  const bounded = values.filter(Number.isFinite);
  const [low, high] = bounded.length > 0 ? [Math.min(...bounded), Math.max(...bounded)] : [0, 1];
  const margin = (high - low || 1) * BEYOND;
  return [low - margin, high + margin];
}

/** Two activities from the side, and the window of their conflict. */
export function sideView(activities: readonly Activity[], from: number, until: number): SideView {
  const volumes = activities.flatMap((each) => each.volumes.map((volume) => ({ owner: each.owner, name: each.name, volume })));
  const [low, high] = reach(volumes.flatMap(({ volume }) => [...volume.hae]));
  const [begin, end] = reach([from, until, ...volumes.flatMap(({ volume }) => [volume.from, volume.until])]);
  const x = (at: number) => (Math.min(Math.max(at, begin), end) - begin) / (end - begin);
  const y = (metres: number) => (high - Math.min(Math.max(metres, low), high)) / (high - low);
  return {
    boxes: volumes.map(({ owner, name, volume }) => ({
      owner,
      name,
      x: x(volume.from),
      width: x(volume.until) - x(volume.from),
      y: y(volume.hae[1]),
      height: y(volume.hae[0]) - y(volume.hae[1]),
    })),
    shared: { x: x(from), width: x(until) - x(from) },
    heights: marks(low, high, METRES, y),
    times: marks(begin, end, TIMES, x),
  };
}
