import type { Answer, Delivery } from '../api/types';

/** How far a record has come at another party. Each is a fact of its own, and none follows from another. */
export type Stage =
  | { readonly what: 'waits' }
  | { readonly what: 'answered'; readonly says: string; readonly at: number }
  | { readonly what: 'stored' | 'shown' | 'acknowledged' | 'read-back'; readonly at: number };

/** What a person said who has taken note of it. */
const ACKNOWLEDGED = new Set(['read', 'read-back', 'noted', 'objected', 'unable']);

/**
 * What is to be said of it: the furthest that its machine and its person have come. Stored alone says that nobody has seen it,
 * so that it is not said any more once somebody answered, whatever the answer; a read-back stands beside the acknowledgement.
 */
export function stages(delivery: Delivery, answers: readonly Answer[], party: string): readonly Stage[] {
  const theirs = answers.filter((each) => each.by === party);
  const acknowledged = theirs.find((each) => ACKNOWLEDGED.has(each.says));
  const other = theirs.findLast((each) => !ACKNOWLEDGED.has(each.says));
  const readBack = theirs.findLast((each) => each.says === 'read-back' && !each.differences?.length);
  if (acknowledged) {
    const first: Stage = { what: 'acknowledged', at: Date.parse(acknowledged.at) };
    return readBack ? [first, { what: 'read-back', at: Date.parse(readBack.at) }] : [first];
  }
  if (other) {
    return [{ what: 'answered', says: other.says, at: Date.parse(other.at) }];
  }
  if (delivery.shown) {
    return [{ what: 'shown', at: Date.parse(delivery.shown) }];
  }
  return delivery.stored ? [{ what: 'stored', at: Date.parse(delivery.stored) }] : [{ what: 'waits' }];
}
