import type { Subject } from '../api/types';

/** What a party says of the line, other than that it is open. */
export interface Declared {
  readonly by: string;
  readonly record: string;
  readonly state: string;
  readonly reason: string | undefined;
}

/** A declaration that was taken back does not count. */
const TAKEN_BACK: readonly string[] = ['withdrawn', 'recalled'];

function counts(of: Subject, instant: number): boolean {
  const { kind, body, statuses } = of.properties;
  return kind === 'line-state' && Date.parse(String(body?.['from'] ?? '')) <= instant && !statuses.some((each) => TAKEN_BACK.includes(each.status));
}

/** What each party declared last of the line, from the time that it names; of who says that it is open there is nothing to tell. */
export function declared(subjects: readonly Subject[], parties: readonly string[], instant: number): readonly Declared[] {
  const all = subjects.filter((each) => counts(each, instant)).toSorted((one, other) => one.properties.since.localeCompare(other.properties.since));
  return parties.flatMap((by) => {
    const last = all.findLast((each) => each.properties.owner === by);
    const { state, reason } = last?.properties.body ?? {};
    return last && typeof state === 'string' && state !== 'open' ? [{ by, record: last.id, state, reason: typeof reason === 'string' ? reason : undefined }] : [];
  });
}
