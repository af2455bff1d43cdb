import type { VNode } from 'preact';
import { clock, window, age as aged, timer } from '../time/format';
import { Ltr, plain } from './say';

/** A time of day in UTC. */
export function Clock({ at }: { readonly at: number }): VNode {
  return <Ltr>{clock(at)}</Ltr>;
}

/** How long ago, in the largest unit: 14 s. The whole is isolated, the unit is of the desk's language. */
export function ageText(millis: number): string {
  const { n, unit } = aged(millis);
  return plain(`unit.${unit}`, { n });
}

/** How long ago, as an element that keeps its order. */
export function Age({ millis }: { readonly millis: number }): VNode {
  return <bdi>{ageText(millis)}</bdi>;
}

/** A window of two times. */
export function Window({ from, until, now }: { readonly from: number; readonly until: number; readonly now: number }): VNode {
  return <Ltr>{window(from, until, now)}</Ltr>;
}

/** A running clock. */
export function Timer({ millis }: { readonly millis: number }): VNode {
  return <Ltr>{timer(millis)}</Ltr>;
}

const SHORT = 10_000;

/** A distance: metres, from ten thousand on kilometres. */
export function distance(metres: number): string {
  return metres < SHORT
    ? plain('unit.m', { n: Math.round(metres) })
    : plain('unit.km', { n: Math.round(metres / 100) / 10 });
}

/** A length of time in minutes, or seconds below two minutes. */
export function span(seconds: number): string {
  return seconds < 120
    ? plain('unit.s', { n: Math.round(seconds) })
    : plain('unit.min', { n: Math.floor(seconds / 60) });
}
