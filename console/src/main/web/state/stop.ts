import type { Answer, Subject } from '../api/types';

/** How a STOP stands at one party that it was sent to, by what was said last about it. */
export type Stand = 'not-delivered' | 'nobody' | 'answered' | 'taken' | 'ceased';

/** Answers that say that somebody there is at it. */
const TAKEN: readonly string[] = ['taken', 'relayed', 'ceased'];

/** Answers by which a party says that it does not stop it, whatever it said before. */
const NOT: readonly string[] = ['unable', 'not-ours-passing-on'];

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

/** Whether it is over by its sender's word. */
export function isOver(of: Subject): boolean {
  return of.properties.statuses.at(-1)?.status === 'lifted';
}

/** What a party said last, since its sender said last that it goes on. */
export function lastOf(of: Subject, party: string): Answer | undefined {
  return since(of).findLast((each) => each.by === party);
}

/** How a STOP stands at a party. What another party stored or said tells nothing of this one. */
export function stand(of: Subject, party: string): Stand {
  const { answers, delivery } = of.properties;
  const last = lastOf(of, party);
  if (last && NOT.includes(last.says)) {
    return 'answered';
  }
  if (since(of).some((each) => each.by === party && each.says === 'ceased')) {
    return 'ceased';
  }
  if (answers.some((each) => each.by === party && TAKEN.includes(each.says))) {
    return 'taken';
  }
  if (last) {
    return 'answered';
  }
  return delivery[party]?.stored ? 'nobody' : 'not-delivered';
}

/** Whether somebody of a party is at it. */
export function isTakenAt(of: Subject, party: string): boolean {
  const stands = stand(of, party);
  return stands === 'taken' || stands === 'ceased';
}

/** That a party passed it on, the last that it said of it since its sender said last that it goes on. */
export function relayOf(of: Subject, party: string): Answer | undefined {
  return since(of).findLast((each) => each.by === party && each.says === 'relayed');
}

/** When each of the six came at a party; absent: not yet, or not any more since its sender said that it goes on. */
export function steps(of: Subject, party: string): Readonly<Partial<Record<Step, number>>> {
  const { statuses, answers, delivery } = of.properties;
  const ceased = since(of).findLast((each) => each.by === party && each.says === 'ceased')?.at;
  const found: readonly (readonly [Step, string | undefined])[] = [
    ['stored', delivery[party]?.stored],
    ['shown', delivery[party]?.shown],
    ['taken', answers.find((each) => each.by === party && each.says === 'taken')?.at],
    ['relayed', relayOf(of, party)?.at],
    ['ceased', ceased],
    ['lifted', statuses.findLast((each) => each.status === 'lifted')?.at],
  ];
  return Object.fromEntries(found.filter(([, at]) => at !== undefined).map(([step, at]) => [step, Date.parse(at ?? '')]));
}

/** Whether it is to be seen on the desk: until it is lifted, and a while after. */
export function isInSightAt(of: Subject, instant: number): boolean {
  const lifted = of.properties.statuses.findLast((each) => each.status === 'lifted');
  return !isOver(of) || (lifted !== undefined && instant - Date.parse(lifted.at) < LIFTED_FOR);
}
