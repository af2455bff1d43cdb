import type { Answer, Delivery } from '../api/types';

/** How far a record has come at another party. Each is a fact of its own, and none follows from another. */
export type Stage =
  | { readonly what: 'waits' }
  | { readonly what: 'answered' | 'differs'; readonly at: number; readonly answer: Answer }
  | { readonly what: 'stored' | 'shown' | 'acknowledged' | 'read-back'; readonly at: number };

/** What a person said who has understood it, and said no more than that. */
const UNDERSTOOD: readonly string[] = ['read', 'noted'];

/** Whether an answer says more than that somebody has understood: it is told by its own word. */
export function saysMore(of: Answer): boolean {
  return !UNDERSTOOD.includes(of.says) && of.says !== 'read-back';
}

/** The last read-back of a party; one that came after another stands in its place. */
export function readBackOf(answers: readonly Answer[], party: string): Answer | undefined {
  return answers.findLast((each) => each.by === party && each.says === 'read-back');
}

/** Whether something was read back as it was said. */
export function isSame(readBack: Answer): boolean {
  return !readBack.differences?.length;
}

/** Who answered, in the order in which they first did. */
export function answering(answers: readonly Answer[]): readonly string[] {
  return [...new Set(answers.map((each) => each.by))];
}

/**
 * What is to be said of it: the furthest that its machine and its person have come. Stored or shown alone says that nobody has
 * answered, so that it is not said any more once somebody did, whatever the answer. That it was understood only who said so is
 * told to have said: to object, to be unable or to read back otherwise is not that.
 */
export function stages(delivery: Delivery, answers: readonly Answer[], party: string): readonly Stage[] {
  const theirs = answers.filter((each) => each.by === party);
  const understood = theirs.find((each) => UNDERSTOOD.includes(each.says));
  const readBack = readBackOf(theirs, party);
  const said: readonly (Stage | undefined)[] = [
    understood && { what: 'acknowledged', at: Date.parse(understood.at) },
    ...theirs.filter(saysMore).map((answer): Stage => ({ what: 'answered', at: Date.parse(answer.at), answer })),
    readBack && (isSame(readBack) ? { what: 'read-back', at: Date.parse(readBack.at) } : { what: 'differs', at: Date.parse(readBack.at), answer: readBack }),
  ];
  const found = said.filter((each) => each !== undefined);
  if (found.length > 0) {
    return found;
  }
  if (delivery.shown) {
    return [{ what: 'shown', at: Date.parse(delivery.shown) }];
  }
  return delivery.stored ? [{ what: 'stored', at: Date.parse(delivery.stored) }] : [{ what: 'waits' }];
}
