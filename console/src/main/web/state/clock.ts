import { computed, signal } from '@preact/signals';

/** The node's clock minus the browser's, in milliseconds: everything on the page goes by the node's. */
export const ahead = signal(0);

/** The browser's clock is told to be wrong from here on, in milliseconds. */
export const TOLERATED = 3_000;

const tick = signal(Date.now());

/** What the node's clock says now; changes every second. */
export const now = computed(() => tick.value + ahead.value);

/** Whether the browser's clock is wrong by more than is tolerated. */
export const isWrong = computed(() => Math.abs(ahead.value) > TOLERATED);

/** An instant of the past or future at which the desk looks; undefined: it looks at now. */
export const replayed = signal<number | undefined>(undefined);

/** Whether the desk looks at another instant than now. */
export const isReplay = computed(() => replayed.value !== undefined);

/** The instant that map, table and list show. */
export const shownAt = computed(() => replayed.value ?? now.value);

/** Takes what the node said its time was, between asking and hearing it. */
export function measured(at: number, asked: number, heard: number): void {
  const next = at - (asked + heard) / 2;
  // A slow answer says less than what is known: it is taken where it must be so.
  if (Math.abs(next - ahead.value) > (heard - asked) / 2) {
    ahead.value = next;
  }
}

/** The node's clock at this moment, not only at the last tick. */
export function exactly(): number {
  return Date.now() + ahead.value;
}

/** Lets the clock run. */
export function run(): void {
  setInterval(() => {
    tick.value = Date.now();
  }, 1_000);
}
