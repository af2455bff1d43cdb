import { computed } from '@preact/signals';
import type { Line, LineRecord } from '../api/types';
import { isOfLedger } from './missed';
import { line, records } from './store';

/** An own record, and the parties whose machines have given no receipt for it. */
export interface Underway {
  readonly record: LineRecord;
  readonly lacking: readonly string[];
}

/** The log in which a record stands: of whom, which lane, and which epoch, as its name says (`AZURE.2-7`); its key follows. */
function place({ record, writer, log }: LineRecord): string {
  return `${writer}/${log}/${/^\w+\.(\d+)-/.exec(record)?.[1] ?? '1'}`;
}

/** What was said here and is not yet at another's machine, as far as receipts say, in its order. */
export function underway(all: readonly LineRecord[], of: Line): readonly Underway[] {
  const others = of.members.map((each) => each.party).filter((each) => each !== of.me);
  return all
    .filter((each) => each.writer === of.me && !isOfLedger(each))
    .map((record) => {
      const log = of.logs.find((each) => each.log.includes(`/${place(record)}-`));
      return { record, lacking: others.filter((party) => (log?.held?.[party]?.size ?? 0) < record.no) };
    })
    .filter((each) => each.lacking.length > 0);
}

export const queue = computed(() => (line.value ? underway(records.value, line.value) : []));
