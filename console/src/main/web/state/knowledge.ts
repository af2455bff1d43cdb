import { computed, signal } from '@preact/signals';
import type { LineRecord } from '../api/types';
import { replayed } from './clock';
import { line, records } from './store';

/** Whether a replay shows what this node held then, and not what it holds now of that time. */
export const asKnownThen = signal(false);

/** The instant by whose knowledge the desk is to be read; undefined: by all that is held now. */
export const knownAt = computed(() => (asKnownThen.value ? replayed.value : undefined));

/** What of a line's records a party's machine held at an instant: its own when written, another's by its receipt. */
export function heldBy(party: string, all: readonly LineRecord[], at: number): readonly LineRecord[] {
  return all.filter((each) => {
    const since = each.writer === party ? each.at : each.stored?.[party];
    return since !== undefined && Date.parse(since) <= at;
  });
}

export interface Holding {
  readonly party: string;
  readonly held: number;
  /** What was written by then and had not reached it. */
  readonly lacked: readonly string[];
}

/** Of each party what its machine held at an instant, and what it lacked of all that was written by then. */
export function holdings(parties: readonly string[], all: readonly LineRecord[], at: number): readonly Holding[] {
  const written = all.filter((each) => Date.parse(each.at) <= at);
  return parties.map((party) => {
    const held = new Set(heldBy(party, written, at).map((each) => each.record));
    return { party, held: held.size, lacked: written.filter((each) => !held.has(each.record)).map((each) => each.record) };
  });
}

/** What each party's machine held at the instant that is replayed, as its receipts say. */
export const heldThen = computed<readonly Holding[]>(() =>
  replayed.value === undefined ? [] : holdings(line.value?.members.map((each) => each.party) ?? [], records.value, replayed.value),
);
