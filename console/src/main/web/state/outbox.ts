import { say, Refused, Unreachable } from '../api/client';
import type { Statement } from '../api/types';
import { exactly } from './clock';
import { remembered } from './remembered';
import { linked, session } from './store';

/** For so long the node is asked again by itself; what is older a person looks at first. */
export const BY_ITSELF = 10 * 60_000;

/** Something said at this desk of which it is not known whether the node took it. */
export interface Kept {
  /** By it the node says the words once, however often it is asked to, also after a new start. */
  readonly key: string;
  readonly account: string;
  readonly line: string;
  readonly statement: Statement;
  /** When it was said, by the node's clock. */
  readonly at: number;
  /** What became of it: the record or draft, or why the node refused it. */
  readonly taken?: string;
  readonly refused?: string;
}

/** It outlives a reload, a session and the node. */
export const outbox = remembered<readonly Kept[]>('outbox', []);

/** What is to be seen of it by somebody: what waits or was refused, and for a while what was taken. */
export function shownTo(account: string, all: readonly Kept[], at: number): readonly Kept[] {
  return all.filter((each) => each.account === account && (each.taken === undefined || at - each.at < BY_ITSELF));
}

/** What the node is asked again by itself. */
export function isAskedAgain(of: Kept, account: string, at: number): boolean {
  return of.account === account && of.taken === undefined && of.refused === undefined && at - of.at < BY_ITSELF;
}

function whole(line: string, statement: Statement): string {
  return line + JSON.stringify(statement);
}

/** What was said and has no answer yet; if none comes it is kept. */
const underWay = new Set<Kept>();

/** The same words of this account that wait already: for an answer of the node, or to be asked again. */
function waiting(is: (of: Kept) => boolean): Kept | undefined {
  const account = session.peek()?.account;
  return [...underWay, ...outbox.peek()].find((each) => each.account === account && each.taken === undefined && is(each));
}

/** The key by which the same words wait already, so that they are not said twice. What the node has may be said again on purpose. */
export function keyOf(line: string, statement: Statement): string | undefined {
  const text = whole(line, statement);
  return waiting((each) => whole(each.line, each.statement) === text)?.key;
}

/**
 * When something that tells its own time was said, where just that waits already: a second press then means the first, and not
 * another at a later time. What the node took or refused is said anew.
 */
export function saidAt(line: string, statement: (at: number) => Statement): number | undefined {
  return waiting((each) => each.refused === undefined && whole(each.line, each.statement) === whole(line, statement(each.at)))?.at;
}

/** The node is asked to say something; what is returned is called when it has answered, or will not. */
export function asks(key: string, line: string, statement: Statement, at: number): () => void {
  const of: Kept = { key, account: session.peek()?.account ?? '', line, statement, at };
  underWay.add(of);
  return () => underWay.delete(of);
}

function change(key: string, more: Partial<Kept>): void {
  outbox.value = outbox.peek().map((each) => (each.key === key ? { ...each, ...more } : each));
}

/** Keeps what the node was asked to say and did not answer, with when it was said. */
export function keep(key: string, line: string, statement: Statement, at: number): void {
  const account = session.peek()?.account;
  if (account !== undefined && !outbox.peek().some((each) => each.key === key)) {
    outbox.value = [...outbox.peek(), { key, account, line, statement, at }];
  }
}

/** It is said no more from here. If the node took it, it stays on record. */
export function drop(key: string): void {
  outbox.value = outbox.peek().filter((each) => each.key !== key);
}

const drafts: ((taken: Statement) => void)[] = [];

/** What is told when the node took something that had waited: its draft is not wanted any more. */
export function whenTaken(listener: (taken: Statement) => void): void {
  drafts.push(listener);
}

/** Asks the node once more. */
export async function sendAgain(of: Kept): Promise<void> {
  try {
    const outcome = await say(of.line, of.statement, of.key);
    change(of.key, { taken: outcome.record ?? outcome.draft ?? '' });
    drafts.forEach((each) => each(of.statement));
  } catch (why) {
    if (why instanceof Refused && why.status !== 401) {
      change(of.key, { refused: [why.title, ...why.reasons.map((each) => `${each.field}: ${each.reason}`)].join(' · ') });
    } else if (!(why instanceof Unreachable) && !(why instanceof Refused)) {
      throw why;
    }
  }
}

let sending = false;

/** Asks the node again for all that is to be asked by itself, in the order in which it was said. */
export async function sendAll(): Promise<void> {
  const account = session.peek()?.account;
  if (sending || !linked.peek() || account === undefined) {
    return;
  }
  sending = true;
  try {
    outbox.value = outbox.peek().filter((each) => each.taken === undefined || exactly() - each.at < BY_ITSELF);
    for (const each of outbox.peek().filter((kept) => isAskedAgain(kept, account, exactly()))) {
      await sendAgain(each);
    }
  } finally {
    sending = false;
  }
}
