import { computed, signal } from '@preact/signals';
import type { Conflict, LineRecord } from '../api/types';
import { remembered } from './remembered';
import { conflicts, line, records } from './store';

/** Whoever was away for less has missed nothing that the channel does not still show. */
const AWAY = 5 * 60_000;

/** When each account was last at the desk in this browser, by the node's clock. */
const seen = remembered<Readonly<Record<string, number>>>('seen', {});

/** A time in which nobody of an account looked at this desk. */
export interface Gap {
  readonly from: number;
  readonly until: number;
}

/** The gap before somebody came, until it is put away. */
export const missed = signal<Gap | undefined>(undefined);

/** The time between the last look and this one, where it is worth telling. */
export function gap(last: number | undefined, at: number): Gap | undefined {
  return last !== undefined && at - last >= AWAY ? { from: last, until: at } : undefined;
}

/** Somebody came to the desk. */
export function came(account: string, at: number): void {
  missed.value = gap(seen.peek()[account], at);
  here(account, at);
}

/** Somebody is at the desk. */
export function here(account: string, at: number): void {
  seen.value = { ...seen.peek(), [account]: at };
}

/** Kinds that say something to a person. The rest is the ledger's own. */
const SILENT = new Set(['keys', 'heads', 'presented', 'concluded', 'answer', 'status', 'correction', 'translation', 'look-up', 'draft']);

/** Whether a record is told in the channel. */
export function isTold(of: LineRecord): boolean {
  return !SILENT.has(of.kind);
}

/** Kinds that are the ledger's own; answers and reports count as missed, though the channel shows them with what they are about. */
const OWN = new Set(['keys', 'heads', 'presented', 'look-up', 'draft']);

/** Whether a record is the ledger's own, and says nothing that a person said. */
export function isOfLedger(of: LineRecord): boolean {
  return OWN.has(of.kind);
}

/** What others said in a gap, the newest first, as their clocks say. */
export function saidIn(of: Gap, all: readonly LineRecord[], me: string): readonly LineRecord[] {
  return all.filter((each) => each.writer !== me && !isOfLedger(each) && Date.parse(each.at) > of.from && Date.parse(each.at) <= of.until).toReversed();
}

/** What others said while nobody looked. */
export const missedRecords = computed(() => (missed.value ? saidIn(missed.value, records.value, line.value?.me ?? '') : []));

/** Conflicts that follow from what was said then. */
export const missedConflicts = computed<readonly Conflict[]>(() => {
  const said = new Set(missedRecords.value.map((each) => each.record));
  return conflicts.value.filter((each) => said.has(each.finding.a) || said.has(each.finding.b));
});
