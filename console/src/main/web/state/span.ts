import { computed, signal } from '@preact/signals';
import { now, replayed, shownAt } from './clock';
import { instants, next } from './events';
import { activities } from './store';

const HOUR = 3_600_000;

/** Bounds that somebody set by hand; undefined: they follow what was notified. */
export const chosenSpan = signal<readonly [number, number] | undefined>(undefined);

/** The quarter of an hour that runs: in such steps the timeline moves, and does not creep every second. */
const quarter = computed(() => Math.floor(now.value / (HOUR / 4)) * (HOUR / 4));

/** What the timeline shows: some hours round now, wider where activities of today reach further. */
export const span = computed<readonly [number, number]>(() => {
  if (chosenSpan.value) {
    return chosenSpan.value;
  }
  const step = quarter.value;
  const near = activities.value.filter((each) => each.until > step - 2 * HOUR && each.from < step + 12 * HOUR);
  const from = near.reduce((least, each) => Math.min(least, Math.max(each.from, step - 6 * HOUR)), step - HOUR);
  const until = near.reduce((most, each) => Math.max(most, Math.min(each.until, step + 18 * HOUR)), step + 2 * HOUR);
  return [from - HOUR / 4, until + HOUR / 4];
});

/** How much faster than life a replay runs; 0: it stands. */
export const SPEEDS = [1, 60, 600, 3_600] as const;
export const speed = signal(0);

let last = 0;
let frame = 0;

function advance(at: number): void {
  const from = replayed.peek() ?? shownAt.peek();
  const to = from + (at - last) * speed.peek();
  last = at;
  if (to >= span.peek()[1]) {
    play(0);
    return;
  }
  replayed.value = to;
  frame = requestAnimationFrame(advance);
}

/** Lets the shown instant run. */
export function play(times: number): void {
  cancelAnimationFrame(frame);
  speed.value = times;
  if (times > 0) {
    last = performance.now();
    replayed.value ??= shownAt.peek();
    frame = requestAnimationFrame(advance);
  }
}

/** Back to now. */
export function live(): void {
  play(0);
  replayed.value = undefined;
}

/** Goes to the next instant at which something begins or ends, or back to the last. */
export function step(direction: 1 | -1): void {
  const to = next(instants.peek(), shownAt.peek(), direction);
  if (to !== undefined) {
    play(0);
    replayed.value = to;
  }
}
