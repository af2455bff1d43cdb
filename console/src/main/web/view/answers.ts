/** What may be answered to a duty; the first is the usual one, which Enter says. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  acknowledge: ['read', 'noted', 'objected', 'unable'],
  decide: ['accepted', 'declined'],
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

/** Whether an answer needs a reason that a person writes. */
export function needsReason(says: string): boolean {
  return says === 'objected' || says === 'unable' || says === 'declined';
}
