import type { Preview } from '../api/types';
import { exact } from '../time/format';

/** Ways to move an activity as a whole, so that it meets nobody. */
export const WAYS = ['later', 'earlier', 'lower', 'higher'] as const;
export type Way = (typeof WAYS)[number];

/** What a way changes in the fields of a plan. */
export type Moved = { readonly from: string; readonly until: string } | { readonly lower: string; readonly upper: string };

/** What of a plan a way moves: its window as the node read it, its heights as they were written. */
export interface Movable {
  readonly from: number;
  readonly until: number;
  readonly lower: string;
  readonly upper: string;
}

const MINUTES = 5;
/** How far one step in height goes, by unit. */
const STEPS: Readonly<Record<string, number>> = { m: 100, ft: 500, FL: 5 };
/** So many steps are gone at most: 21 hours, or 25 km. */
const MOST = 256;

interface Height {
  readonly size: number;
  readonly unit: string;
  readonly written: (size: number) => string;
}

/** A height that a step can move; none where it is the ground, or without bound. */
function height(text: string): Height | undefined {
  const level = /^FL\s*(\d{1,3})$/i.exec(text.trim());
  if (level) {
    return { size: Number(level[1]), unit: 'FL', written: (size) => `FL${String(size).padStart(2, '0')}` };
  }
  const [, size, unit = '', reference = ''] = /^(\d+(?:\.\d+)?)\s*(m|ft)\s+(AMSL|AGL|HAE)$/i.exec(text.trim()) ?? [];
  return size === undefined ? undefined : { size: Number(size), unit: unit.toLowerCase(), written: (to) => `${to} ${unit} ${reference}` };
}

function byHeight(of: Movable, direction: 1 | -1, steps: number): Moved | undefined {
  const [lower, upper] = [height(of.lower), height(of.upper)];
  const step = STEPS[lower?.unit ?? ''];
  if (!lower || !upper || lower.unit !== upper.unit || step === undefined) {
    return undefined;
  }
  const by = direction * steps * step;
  return lower.size + by < 0 ? undefined : { lower: lower.written(lower.size + by), upper: upper.written(upper.size + by) };
}

function byTime(of: Movable, direction: 1 | -1, steps: number, now: number): Moved | undefined {
  const by = direction * steps * MINUTES * 60_000;
  const isPast = direction === -1 && of.from + by < now;
  return isPast || Number.isNaN(of.from + of.until) ? undefined : { from: exact(of.from + by), until: exact(of.until + by) };
}

/** A plan so many steps along a way; undefined where that way leads nowhere: into the past, or below the ground. */
export function moved(of: Movable, way: Way, steps: number, now: number): Moved | undefined {
  switch (way) {
    case 'later':
      return byTime(of, 1, steps, now);
    case 'earlier':
      return byTime(of, -1, steps, now);
    case 'lower':
      return byHeight(of, -1, steps);
    case 'higher':
      return byHeight(of, 1, steps);
  }
}

/**
 * The first step that ends every conflict, as far as looking at few tells: steps are doubled until one does, then halved. Each that
 * is looked at the node computes, so that what is found is so; that nothing nearer does is not proved.
 */
export async function nearest(ends: (steps: number) => Promise<boolean>): Promise<number | undefined> {
  let [not, does] = [0, 1];
  while (!(await ends(does))) {
    [not, does] = [does, does * 2];
    if (does > MOST) {
      return undefined;
    }
  }
  while (does - not > 1) {
    const half = Math.floor((not + does) / 2);
    [not, does] = (await ends(half)) ? [not, half] : [half, does];
  }
  return does;
}

/** Whether nothing of what the node knows stands against it. */
export function meetsNobody(of: Preview): boolean {
  return (of.conflicts ?? []).length === 0;
}
