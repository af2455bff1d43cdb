import { computed, signal } from '@preact/signals';
import type {
  Alarms,
  Conflict,
  Draft,
  Duty,
  Line,
  LineRecord,
  Measure,
  NodeInfo,
  PhraseBook,
  PrivateConflict,
  Session,
  Subject,
} from '../api/types';
import { activity, intervals, isOverdue, type Activity } from './activities';
import { now, shownAt } from './clock';
import { IntervalIndex } from './intervals';

/** Everything that is known at this desk. Views read it; only `load` writes it. */

export const session = signal<Session | undefined>(undefined);
/** Whether a session ended here while a STOP sounded that nobody had taken: until somebody signs in. */
export const unattended = signal(false);
/** Whether it is already known if somebody is signed in. */
export const asked = signal(false);
/** Whether a session ended that nobody signed out of. */
export const expired = signal(false);
export const node = signal<NodeInfo | undefined>(undefined);
export const book = signal<PhraseBook | undefined>(undefined);
export const lines = signal<readonly Line[]>([]);
export const alarms = signal<Alarms>({ items: [], withinHour: 0, mostPerHour: 0, silencedFor: 60 });
export const drafts = signal<readonly Draft[]>([]);
export const duties = signal<readonly (Duty & { readonly line: string })[]>([]);
/** What no other party is told of. */
export const privateConflicts = signal<readonly PrivateConflict[]>([]);
export const measures = signal<readonly Measure[]>([]);
export const records = signal<readonly LineRecord[]>([]);

/** Whether the node is heard, and since when it is not, by the browser's clock. */
export const linked = signal(true);
export const cutAt = signal<number | undefined>(undefined);

/** Something that went wrong and that nobody asked for: shown until the next time that it works. */
export const trouble = signal<unknown>(undefined);

/** The line that the desk works on. */
export const chosen = signal('');
export const line = computed(() => lines.value.find((each) => each.line === chosen.value));

/** The parties of that line; the same text for as long as they are the same. */
const named = computed(() => line.value?.members.map((each) => each.party).join(' ') ?? '');
export const members = computed(() => named.value.split(' ').filter(Boolean));
/** Our own party on it. */
export const me = computed(() => line.value?.me ?? '');
/** All of them but our own: whoever is told what is said there. */
export const others = computed(() => members.value.filter((each) => each !== line.value?.me));

const subjectsById = new Map<string, Subject>();
/** Subjects by the names of their current versions. */
const idByCurrent = new Map<string, string>();
const activitiesById = new Map<string, Activity>();
const conflictsById = new Map<string, Conflict>();
const index = new IntervalIndex();

/** Changes with each change of subjects and conflicts. */
export const version = signal(0);

function put(subject: Subject): void {
  subjectsById.set(subject.id, subject);
  idByCurrent.set(subject.properties.current, subject.id);
  const of = activity(subject);
  if (of) {
    activitiesById.set(of.id, of);
    index.set(of.id, intervals(of));
  } else if (activitiesById.delete(subject.id)) {
    index.delete(subject.id);
  }
}

/** Takes subjects as they now are. */
export function putSubjects(changed: readonly Subject[]): void {
  changed.forEach(put);
  version.value++;
}

/** Takes all subjects and conflicts of the line, in place of what was known. */
export function putAll(subjects: readonly Subject[], conflicts: readonly Conflict[]): void {
  subjectsById.clear();
  idByCurrent.clear();
  activitiesById.clear();
  conflictsById.clear();
  index.clear();
  subjects.forEach(put);
  conflicts.forEach((each) => conflictsById.set(each.id, each));
  version.value++;
}

/** Takes a conflict as it now is. */
export function putConflict(conflict: Conflict): void {
  conflictsById.set(conflict.id, conflict);
  version.value++;
}

/** A conflict is over. */
export function dropConflict(id: string): void {
  conflictsById.delete(id);
  version.value++;
}

/** What begins first comes first. */
export function byBeginning(one: Activity, other: Activity): number {
  return one.from - other.from || one.id.localeCompare(other.id);
}

export const subjects = computed(() => {
  void version.value;
  return [...subjectsById.values()];
});

export const activities = computed(() => {
  void version.value;
  return [...activitiesById.values()].sort(byBeginning);
});

export const conflicts = computed(() => {
  void version.value;
  return [...conflictsById.values()].sort((one, other) => one.finding.from.localeCompare(other.finding.from));
});

/** The subject that a record belongs to: its own name, or that of its current version. */
export function subjectOf(record: string): Subject | undefined {
  const own = subjectsById.get(record);
  if (own) {
    return own;
  }
  const told = records.value.find((each) => each.record === record)?.subject;
  return subjectsById.get(told ?? idByCurrent.get(record) ?? '');
}

/** An activity by its subject's name. */
export function activityOf(id: string): Activity | undefined {
  void version.value;
  return activitiesById.get(id);
}

/** The lowest and highest metres that the map shows; heights outside are left out. */
export const heights = signal<readonly [number, number]>([-Infinity, Infinity]);

/** The names of what counts at the shown instant. */
const active = computed(() => {
  void version.value;
  return index.at(shownAt.value);
});

/** What counts at the shown instant, within the heights that are shown; in no order, for it is asked for with each frame of a replay. */
export const current = computed(() => {
  const [lowest, highest] = heights.value;
  return [...active.value]
    .map((id) => activitiesById.get(id))
    .filter((each) => each !== undefined)
    .filter((each) => each.volumes.some((volume) => volume.hae[0] <= highest && volume.hae[1] >= lowest));
});

/** Activities of which a stop report is missing. */
export const overdue = computed(() => activities.value.filter((each) => isOverdue(each, now.value)));

/** What the desk has in hand: a record or a conflict. */
export const selected = signal<string | undefined>(undefined);

/** Everything of somebody who signed out is gone. */
export function forget(): void {
  unattended.value ||= alarms.peek().items.some((each) => each.what === 'stop');
  session.value = undefined;
  lines.value = [];
  duties.value = [];
  drafts.value = [];
  records.value = [];
  measures.value = [];
  privateConflicts.value = [];
  alarms.value = { items: [], withinHour: 0, mostPerHour: 0, silencedFor: 60 };
  chosen.value = '';
  selected.value = undefined;
  putAll([], []);
}
