import type { Outcome, Reason, Session, Statement } from './types';

/** The node refuses, and says every reason why. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly reasons: readonly Reason[],
    /** The name of the problem: `stale`, `who`, `fenced`, … */
    readonly type: string,
  ) {
    super(title);
  }
}

/** The node cannot be reached: nothing is known of what became of the request. */
export class Unreachable extends Error {}

/** So long an answer may take. */
const PATIENCE = 20_000;

let csrf = '';
let signedOut: () => void = () => undefined;

/** What is called when the node no longer knows this session. */
export function whenSignedOut(listener: () => void): void {
  signedOut = listener;
}

function problem(status: number, body: unknown): Refused {
  const of = (body ?? {}) as { title?: string; type?: string; errors?: Reason[] };
  const type = (of.type ?? '').replace(/^.*#/, '');
  return new Refused(status, of.title ?? `HTTP ${status}`, of.errors ?? [], type);
}

/** When each request began that has no answer yet. */
const underWay = new Map<symbol, number>();

/** For how long the oldest request waits for its answer; none waits: 0. */
export function longestWait(): number {
  return Math.max(0, ...[...underWay.values()].map((began) => performance.now() - began));
}

async function reached(path: string, init: RequestInit): Promise<Response> {
  const asking = Symbol(path);
  underWay.set(asking, performance.now());
  try {
    return await fetch(path, { ...init, signal: init.signal ?? AbortSignal.timeout(PATIENCE) });
  } catch (why) {
    throw new Unreachable(String(why));
  } finally {
    underWay.delete(asking);
  }
}

async function asked<T>(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<T> {
  const headers: Record<string, string> = { ...more };
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
  }
  if (method !== 'GET') {
    headers['x-parley-csrf'] = csrf;
  }
  const answer = await reached(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  const json: unknown = text ? JSON.parse(text) : undefined;
  if (answer.ok) {
    return json as T;
  }
  const refused = problem(answer.status, json);
  if (answer.status === 401 && path !== '/api/v1/session') {
    signedOut();
  }
  throw refused;
}

/** Reads something; `path` begins behind `/api/v1/`. */
export function get<T>(path: string): Promise<T> {
  return asked<T>('GET', `/api/v1/${path}`);
}

/** Reads something that is no JSON: a proof. */
export async function text(path: string): Promise<string> {
  const answer = await reached(`/api/v1/${path}`, {});
  const content = await answer.text();
  if (!answer.ok) {
    throw problem(answer.status, content ? JSON.parse(content) : undefined);
  }
  return content;
}

/** Asks something that changes nothing but needs a body. */
export function post<T>(path: string, body: unknown): Promise<T> {
  return asked<T>('POST', `/api/v1/${path}`, body);
}

/** Gives something up. */
export function remove(path: string): Promise<void> {
  return asked<void>('DELETE', `/api/v1/${path}`);
}

/** A key by which the node says something once, however often it is asked to. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** Says a record; with the same key it is said once, whatever happened on the way. */
export function say(line: string, statement: Statement, key: string): Promise<Outcome> {
  return asked<Outcome>('POST', `/api/v1/lines/${line}/records`, statement, { 'idempotency-key': key });
}

function kept(session: Session): Session {
  csrf = session.csrf ?? '';
  return session;
}

/** Who is signed in; undefined where nobody is. */
export async function session(): Promise<Session | undefined> {
  try {
    return kept(await asked<Session>('GET', '/api/v1/session'));
  } catch (why) {
    if (why instanceof Refused && why.status === 401) {
      return undefined;
    }
    throw why;
  }
}

/** Signs in. */
export async function signIn(account: string, password: string): Promise<Session> {
  return kept(await asked<Session>('POST', '/api/v1/session', { account, password }));
}

/** Signs out. */
export async function signOut(): Promise<void> {
  await asked<void>('DELETE', '/api/v1/session');
  csrf = '';
}

/** Makes the first account of a node, by the code that it printed at its start. */
export function firstAccount(first: {
  readonly code: string;
  readonly account: string;
  readonly officer: string;
  readonly languages: readonly string[];
  readonly password: string;
}): Promise<{ account: string }> {
  return asked('POST', '/api/v1/first-account', first);
}

/** All pages of a list. */
export async function all<T>(path: string, limit = 1_000): Promise<T[]> {
  const items: T[] = [];
  let after = '';
  for (;;) {
    const query = `${path.includes('?') ? '&' : '?'}limit=${limit}${after && `&after=${encodeURIComponent(after)}`}`;
    const page = await get<{ items: T[]; next?: string }>(path + query);
    items.push(...page.items);
    if (!page.next || page.items.length === 0) {
      return items;
    }
    after = page.next;
  }
}
