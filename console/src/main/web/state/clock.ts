import { computed, signal } from '@preact/signals';

/** The node's clock minus the browser's, in milliseconds: everything on the page goes by the node's. */
export const ahead = signal(0);

/** The browser's clock is told to be wrong from here on, in milliseconds. */
export const TOLERATED = 3_000;

const tick = signal(Date.now());

/** Where the node's clock stands, if it is one that stands until it is moved on: then it stands on the page too. */
const standing = signal<number | undefined>(undefined);

/** What the node's clock says now; changes every second. */
export const now = computed(() => standing.value ?? tick.value + ahead.value);

/** Whether the browser's clock is wrong by more than is tolerated. */
export const isWrong = computed(() => standing.value === undefined && Math.abs(ahead.value) > TOLERATED);

/** An instant of the past or future at which the desk looks; undefined: it looks at now. */
export const replayed = signal<number | undefined>(undefined);

/** Whether the desk looks at another instant than now. */
export const isReplay = computed(() => replayed.value !== undefined);

/** The instant that map, table and list show. */
export const shownAt = computed(() => replayed.value ?? now.value);

/** The node's clock stands here, and goes on when `measured` says so; or it runs, as clocks do. */
export function stand(at: number | undefined): void {
  standing.value = at;
}

/** Takes what the node said its time was, between asking and hearing it. */
export function measured(at: number, asked: number, heard: number): void {
  if (standing.peek() !== undefined) {
    standing.value = at;
    return;
  }
  const next = at - (asked + heard) / 2;
  // A slow answer says less than what is known: it is taken where it must be so.
  if (Math.abs(next - ahead.value) > (heard - asked) / 2) {
    ahead.value = next;
  }
}

/** The node's clock at this moment, not only at the last tick. */
export function exactly(): number {
  return standing.peek() ?? Date.now() + ahead.value;
}

/** Lets the clock run. */
export function run(): void {
  setInterval(() => {
    tick.value = Date.now();
  }, 1_000);
}
