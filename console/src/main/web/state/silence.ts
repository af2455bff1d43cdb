import type { Alarm } from '../api/types';

/** What somebody has silenced here, and until when, by the node's clock. */
export type Silenced = ReadonlyMap<string, number>;

/** All that an alarm sounds for: where one more thing joins it, that was not silenced with it. */
function parts(of: Alarm): readonly string[] {
  return (of.about.length > 0 ? of.about : ['']).map((each) => JSON.stringify([of.what, of.line, of.of, each]));
}

/** Until when an alarm is silenced: until the first of its parts sounds again. */
export function until(of: Alarm, silenced: Silenced): number {
  return Math.min(...parts(of).map((each) => silenced.get(each) ?? 0));
}

/** Silences what sounds at this instant, and nothing that comes after. What is silenced already stays so no longer than it was. */
export function silencing(items: readonly Alarm[], silenced: Silenced, now: number, millis: number): Silenced {
  const loud = items.filter((each) => until(each, silenced) <= now).flatMap(parts);
  return new Map([...silenced, ...loud.map((each) => [each, now + millis] as const)]);
}

/** What is over is forgotten: if it comes again it is new. */
export function ongoing(items: readonly Alarm[], silenced: Silenced): Silenced {
  const there = new Set(items.flatMap(parts));
  return new Map([...silenced].filter(([part]) => there.has(part)));
}
