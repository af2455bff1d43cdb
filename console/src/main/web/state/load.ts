import { effect } from '@preact/signals';
import { all, get, session as whoIs, whenSignedOut } from '../api/client';
import { listen, type Heard } from '../api/events';
import type { Alarm, Alarms, Conflict, Draft, Duty, Line, LineRecord, Measure, NodeInfo, PhraseBook, PrivateConflict, Session, Subject } from '../api/types';
import { usual } from '../text/language';
import { exactly, measured, stand } from './clock';
import { knownAt } from './knowledge';
import { came, here } from './missed';
import { sendAll } from './outbox';
import { trial } from './sound';
import * as store from './store';

/** An instant that is only passed by is not asked for: the node reads the whole line for each. */
const SETTLED = 500;
/** What changed is asked for so long after the first word of it, so that a burst is asked for once. */
const GATHERED = 250;
/** What changes by time alone is asked for so often. */
const PULSE = 5_000;
/** A stream that does not open in this time is not waited for. */
const LISTENING = 3_000;
/** A clock that is moved on by hand is seen to have moved. */
const STEPPED_PULSE = 1_000;
/** Of so many records the channel tells; older ones are in the log. */
const TOLD = 400;

let stop: () => void = () => undefined;
let asking: ReturnType<typeof setTimeout> | undefined;

/** Does something of which nobody waits for the end; what goes wrong is shown. */
function quietly(work: () => Promise<void>): void {
  work().then(
    () => {
      store.trouble.value = undefined;
    },
    (why: unknown) => {
      store.trouble.value = why;
    },
  );
}

async function readLines(): Promise<void> {
  const asked = Date.now();
  const answer = await get<{ items: Line[] }>('lines');
  const at = answer.items[0]?.at;
  if (at) {
    measured(Date.parse(at), asked, Date.now());
  }
  store.lines.value = answer.items;
  const shared = answer.items.filter((each) => !each.private);
  if (!shared.some((each) => each.line === store.chosen.value)) {
    store.chosen.value = shared[0]?.line ?? '';
  }
}

/** What a STOP asks for comes before all else, whatever else is overdue. */
function urgency(of: Duty): number {
  return of.what === 'take' || of.what === 'relay' || of.what === 'cease' ? 0 : 1;
}

async function readDuties(): Promise<void> {
  const shared = store.lines.value.filter((each) => !each.private);
  const found = await Promise.all(
    shared.map(async ({ line }) => (await get<{ items: Duty[] }>(`lines/${line}/duties`)).items.map((each) => ({ ...each, line }))),
  );
  store.duties.value = found
    .flat()
    .sort(
      (one, other) =>
        urgency(one) - urgency(other) ||
        (one.due ?? '9').localeCompare(other.due ?? '9') ||
        one.about.localeCompare(other.about),
    );
}

async function readAlarms(): Promise<void> {
  store.alarms.value = await get<Alarms>('alarms');
}

async function readDrafts(): Promise<void> {
  store.drafts.value = (await get<{ items: Draft[] }>('drafts')).items;
}

async function readPrivate(): Promise<void> {
  store.privateConflicts.value = (await get<{ items: PrivateConflict[] }>('private-conflicts')).items;
}

/** The place in each log from which on the channel tells: the end of a line of years, not all of it. */
function fromTheEnd(line: Line | undefined): string {
  return (line?.logs ?? [])
    .map(({ log, size }) => `${log.split('/').slice(2).join('/')}=${Math.max(0, size - TOLD)}`)
    .join(',');
}

/** The last records of a line, in their order. */
async function lastRecords(of: Line): Promise<LineRecord[]> {
  const items: LineRecord[] = [];
  for (let after = fromTheEnd(of); ; ) {
    const page = await get<{ items: LineRecord[]; next: string }>(
      `lines/${of.line}/records?limit=1000${after && `&after=${encodeURIComponent(after)}`}`,
    );
    items.push(...page.items);
    if (page.items.length < 1000) {
      break;
    }
    after = page.next;
  }
  return items.sort((one, other) => one.at.localeCompare(other.at) || one.no - other.no).slice(-TOLD);
}

/** What is heard while something of a line is read. */
const meanwhile = new Set<Heard[]>();

/**
 * Reads something of the line that the desk looks at and shows it, unless the desk looks at something else by then. What is
 * heard while it is read may not be in what was read, so it is put once more, in the same breath.
 */
async function read<T>(asked: (line: Line) => Promise<T>, show: (read: T) => void): Promise<void> {
  const line = store.line.value;
  const at = knownAt.peek();
  if (!line) {
    store.putAll([], []);
    return;
  }
  const since: Heard[] = [];
  meanwhile.add(since);
  try {
    const found = await asked(line);
    if (line.line === store.chosen.peek() && at === knownAt.peek()) {
      show(found);
      since.forEach(put);
    }
  } finally {
    meanwhile.delete(since);
  }
}

async function readRecords(): Promise<void> {
  await read(lastRecords, (records) => {
    store.records.value = records;
  });
}

async function readLine(): Promise<void> {
  const at = knownAt.peek();
  const then = at === undefined ? '' : `?knownAt=${new Date(at).toISOString()}`;
  await read(
    (of) =>
      Promise.all([
        all<Subject>(`lines/${of.line}/subjects${then}`),
        all<Conflict>(`lines/${of.line}/conflicts${then}`),
        get<{ items: Measure[] }>(`lines/${of.line}/measures`),
        lastRecords(of),
      ]),
    ([subjects, conflicts, measures, records]) => {
      store.putAll(subjects, conflicts);
      store.measures.value = measures.items;
      store.records.value = records;
    },
  );
}

async function readEverything(): Promise<void> {
  await readLines();
  await Promise.all([readLine(), readDuties(), readAlarms(), readDrafts(), readPrivate()]);
}

/** Reads anew what may have changed: soon, and once for many reasons. */
function soon(): void {
  asking ??= setTimeout(() => {
    asking = undefined;
    quietly(async () => {
      await readLines();
      await Promise.all([readDuties(), readAlarms(), readDrafts(), readPrivate(), readUnstored()]);
    });
  }, GATHERED);
}

/** At most so many subjects are asked for again at a time, for what a receipt says of them. */
const AGAIN = 50;

/** What another machine has not stored, as far as was known, is read again: a receipt may say that it has. */
async function readUnstored(): Promise<void> {
  const waiting = store.subjects.value
    .filter((each) => Object.values(each.properties.delivery).some((delivery) => !delivery.stored))
    .slice(-AGAIN);
  if (waiting.length > 0 && knownAt.peek() === undefined) {
    await read(
      ({ line }) => Promise.all(waiting.map(({ id }) => get<Subject>(`lines/${line}/subjects/${encodeURIComponent(id)}`))),
      store.putSubjects,
    );
  }
}

/** Kinds after which more is other than the subject that they speak of: what is agreed bears on every conflict. */
const WIDE = new Set(['measure', 'agreement', 'concluded', 'resolution']);

function record(data: { line: string; record: LineRecord; subject?: Subject; about?: Subject }): void {
  if (data.line !== store.chosen.value) {
    return;
  }
  if (knownAt.peek() === undefined) {
    store.putSubjects([data.subject, data.about].filter((each) => each !== undefined));
  }
  const known = store.records.value.filter((each) => each.record !== data.record.record);
  store.records.value = [...known, data.record].sort((one, other) => one.at.localeCompare(other.at)).slice(-TOLD);
}

/** Whether more is other now than what was told. */
function isWide(what: Heard): boolean {
  if (what.type === 'beat' || what.name !== 'record') {
    return false;
  }
  const of = what.data as Parameters<typeof record>[0];
  return of.line === store.chosen.value && (WIDE.has(of.record.kind) || of.record.subjectKind === 'resolution');
}

function alarm(told: Alarm): void {
  const others = store.alarms.value.items.filter(
    (each) => each.what !== told.what || each.line !== told.line || each.of !== told.of,
  );
  store.alarms.value = { ...store.alarms.value, items: told.over ? others : [...others, told] };
}

/** What the picture of the line is told, once more after it was read: it may not have been in what was read. */
function put(what: Heard): void {
  if (what.type === 'beat') {
    return;
  }
  const data = what.data;
  switch (what.name) {
    case 'record':
      record(data as Parameters<typeof record>[0]);
      break;
    case 'conflict':
      if ((data as Conflict).line === store.chosen.value && knownAt.peek() === undefined) {
        store.putConflict(data as Conflict);
      }
      break;
    case 'conflict-over':
      if (knownAt.peek() === undefined) {
        store.dropConflict((data as { id: string }).id);
      }
      break;
  }
}

function heard(what: Heard): void {
  if (what.type === 'beat') {
    return;
  }
  meanwhile.forEach((since) => since.push(what));
  put(what);
  if (isWide(what)) {
    quietly(readLine);
  } else if (what.name === 'alarm') {
    alarm(what.data as Alarm);
  } else if (what.name === 'reset') {
    quietly(readEverything);
  }
  soon();
}

function isLinked(is: boolean): void {
  const again = is && !store.linked.value;
  store.linked.value = is;
  if (again) {
    quietly(readEverything);
    quietly(sendAll);
  }
  store.cutAt.value = is ? undefined : (store.cutAt.value ?? Date.now());
}

let unfollow: () => void = () => undefined;
let pulse: ReturnType<typeof setInterval> | undefined;

/** Reads the line anew when the desk is to be read by what was known at another instant. */
function followKnowledge(): () => void {
  let before = knownAt.peek();
  let settled: ReturnType<typeof setTimeout> | undefined;
  return effect(() => {
    const at = knownAt.value;
    clearTimeout(settled);
    if (at !== before) {
      settled = setTimeout(() => {
        before = at;
        quietly(readLine);
      }, SETTLED);
    }
  });
}

/** Ends what goes on for somebody who is signed in. */
function rest(): void {
  stop();
  unfollow();
  clearInterval(pulse);
  store.forget();
}

/** The node no longer knows the session of somebody who did not sign out. */
function expired(): void {
  if (store.session.peek()) {
    store.expired.value = true;
  }
  rest();
}

/** Listens before all is read: what is said between the two would be missed. */
function listening(): Promise<unknown> {
  const opened = new Promise<void>((resolve) => {
    stop = listen({
      heard,
      linked: (is) => {
        isLinked(is);
        resolve();
      },
      signedOut: expired,
    });
  });
  return Promise.race([opened, new Promise((resolve) => setTimeout(resolve, LISTENING))]);
}

/** Somebody is signed in: reads all, and hears what changes. */
export async function begin(session: Session): Promise<void> {
  const asked = Date.now();
  const info = await get<NodeInfo>('node');
  stand(info.steppedClock ? Date.parse(info.at) : undefined);
  measured(Date.parse(info.at), asked, Date.now());
  usual.value = info.languages.first;
  store.node.value = info;
  store.book.value = await get<PhraseBook>('phrase-book');
  store.session.value = session;
  trial.value = 'due';
  store.expired.value = false;
  await listening();
  await readEverything();
  store.unattended.value = false;
  came(session.account, exactly());
  unfollow = followKnowledge();
  pulse = setInterval(() => {
    if (store.linked.value) {
      if (document.visibilityState === 'visible') {
        here(session.account, exactly());
      }
      quietly(async () => {
        await sendAll();
        await readLines();
        await readDuties();
      });
    }
  }, info.steppedClock ? STEPPED_PULSE : PULSE);
}

/** The first thing that the page does: whoever is still signed in goes on. */
export async function start(): Promise<void> {
  whenSignedOut(expired);
  try {
    const found = await whoIs();
    if (found?.rights.includes('read')) {
      await begin(found);
    } else {
      store.session.value = found;
    }
  } catch (why) {
    store.trouble.value = why;
  }
  store.asked.value = true;
}

/** The desk turns to another line. */
export function choose(line: string): void {
  store.chosen.value = line;
  store.selected.value = undefined;
  quietly(readLine);
}

/** Somebody signed out, or has to sign in again. */
export const end = rest;

/** Reads the last records again: a receipt changes since when others hold them, and no record tells of it. */
export function readLog(): void {
  quietly(readRecords);
}

/** Reads again what an own word may have changed; the event of it comes as well. */
export function refresh(): void {
  soon();
}

/** Where the node's own clock stands, for what is said. */
export const at = exactly;
