/** What may be answered to a duty, the usual one first. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  acknowledge: ['read', 'noted', 'objected', 'unable'],
  decide: ['accepted', 'declined', 'countered'],
  take: ['taken', 'checking', 'not-ours-passing-on', 'unable'],
  relay: ['relayed', 'unable', 'not-ours-passing-on'],
  cease: ['ceased', 'unable', 'not-ours-passing-on'],
  answer: ['answered', 'held', 'unable', 'not-ours-passing-on'],
  claim: ['ours', 'partners', 'not-ours', 'unknown'],
};

/** Which of them fit what the duty is about. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  check: ['answered'],
  hold: ['held', 'unable', 'not-ours-passing-on'],
  query: ['answered', 'not-answered'],
};

/** The status that a report says. */
export const REPORTS: Readonly<Record<string, string>> = { 'start report': 'started', 'stop report': 'stopped' };

/** The answers to a duty about a record of a kind, the usual one first. */
export function answers(duty: string, kind: string): readonly string[] {
  return duty === 'answer' ? (FITTING[kind] ?? ANSWERS['answer'] ?? []) : (ANSWERS[duty] ?? []);
}

/**
 * Whether Enter says the first answer: where that says no more than that a person is there and has understood. What commits a
 * party, says whose something is, or that something has ceased, is chosen with care.
 */
export function hasUsual(duty: string, kind: string): boolean {
  return duty === 'acknowledge' || duty === 'take' || kind === 'check';
}

/** Whether an answer needs a reason that a person writes. */
export function needsReason(says: string): boolean {
  return says === 'objected' || says === 'unable' || says === 'declined' || says === 'countered';
}
