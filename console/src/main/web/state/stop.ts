import type { Answer, Subject } from '../api/types';

/** How a STOP stands, by what was said last about it. */
export type Stand = 'not-delivered' | 'nobody' | 'taken' | 'ceased' | 'over';

/** Answers that say that somebody is at it. */
const TAKEN: readonly string[] = ['taken', 'checking', 'relayed', 'unable', 'not-ours-passing-on'];

/** What becomes of a STOP at another party: six facts, of which none follows from another. */
export const STEPS = ['stored', 'shown', 'taken', 'relayed', 'ceased', 'lifted'] as const;
export type Step = (typeof STEPS)[number];

/** A STOP that was lifted stays in sight for so long. */
export const LIFTED_FOR = 10 * 60_000;

/**
 * What was answered since its sender said last that it goes on: what follows is owed anew, and answers that. By the record that
 * is answered and not by time: two clocks are never the same.
 */
function since(of: Subject): readonly Answer[] {
  const { statuses, answers } = of.properties;
  const again = statuses.findLast((each) => each.status === 'not-ceased');
  return again ? answers.filter((each) => each.about === again.record) : answers;
}

/** How a STOP stands between its sender and the others. */
export function stand(of: Subject): Stand {
  const { statuses, answers, delivery } = of.properties;
  if (statuses.at(-1)?.status === 'lifted') {
    return 'over';
  }
  if (since(of).some((each) => each.says === 'ceased')) {
    return 'ceased';
  }
  if (answers.some((each) => TAKEN.includes(each.says) || each.says === 'ceased')) {
    return 'taken';
  }
  return Object.values(delivery).some((each) => each.stored) ? 'nobody' : 'not-delivered';
}

/** When each of the six came at a party; absent: not yet, or not any more since its sender said that it goes on. */
export function steps(of: Subject, party: string): Readonly<Partial<Record<Step, number>>> {
  const { statuses, answers, delivery } = of.properties;
  const anew = (says: string) => since(of).findLast((each) => each.by === party && each.says === says)?.at;
  const found: readonly (readonly [Step, string | undefined])[] = [
    ['stored', delivery[party]?.stored],
    ['shown', delivery[party]?.shown],
    ['taken', answers.find((each) => each.by === party && each.says === 'taken')?.at],
    ['relayed', anew('relayed')],
    ['ceased', anew('ceased')],
    ['lifted', statuses.findLast((each) => each.status === 'lifted')?.at],
  ];
  return Object.fromEntries(found.filter(([, at]) => at !== undefined).map(([step, at]) => [step, Date.parse(at ?? '')]));
}

/** Whether it is to be seen on the desk: until it is lifted, and a while after. */
export function isInSightAt(of: Subject, instant: number): boolean {
  const lifted = of.properties.statuses.findLast((each) => each.status === 'lifted');
  return stand(of) !== 'over' || (lifted !== undefined && instant - Date.parse(lifted.at) < LIFTED_FOR);
}
