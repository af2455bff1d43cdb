import type { Geometry } from 'geojson';

/** What a node answers, as `GET /api/v1/openapi.json` describes it; only what the console reads. Times are RFC 3339. */

export type Language = 'en' | 'ru' | 'ar';
export type Texts = Readonly<Record<Language, string>>;

export interface Session {
  readonly account: string;
  readonly officer: string;
  readonly roles: readonly string[];
  readonly rights: readonly string[];
  readonly csrf?: string;
  readonly until?: string;
}

export interface NodeInfo {
  readonly party: string;
  readonly privateLine: string;
  readonly events: string;
  /** Whether its clock stands until it is moved on: a demonstration. */
  readonly steppedClock: boolean;
  readonly at: string;
  readonly languages: { readonly first: Language; readonly offered: readonly Language[] };
  readonly map?: OwnMap;
}

/** The operator's own map, where the node has one: the media type of its tiles, and what it covers. */
export interface OwnMap {
  readonly type: string;
  readonly farthest: number;
  readonly nearest: number;
  readonly bounds: readonly [number, number, number, number];
}

export interface MemberState {
  readonly declared: 'open' | 'degraded' | 'voice-only' | 'suspended' | 'closed';
  readonly machine: 'not-yet-tested' | 'answered' | 'missed' | 'one-way' | 'silent';
  readonly missed: number;
  readonly person: 'not-yet-tested' | 'confirmed' | 'due';
  readonly answered?: string;
  readonly heard?: string;
  readonly confirmed?: string;
}

/** One log of a line, and how much of it each member's machine is known to hold. */
export interface Log {
  readonly log: string;
  readonly by?: string;
  readonly lane?: string;
  readonly size: number;
  readonly held?: Readonly<Record<string, { readonly size: number }>>;
}

export interface Line {
  readonly line: string;
  readonly me: string;
  readonly private: boolean;
  readonly at: string;
  readonly members: readonly { readonly party: string; readonly state?: MemberState }[];
  readonly logs: readonly Log[];
  readonly agreement?: string;
  readonly fence?: { readonly state: string; readonly why: string };
}

export interface Duty {
  readonly what: string;
  readonly owedBy: string;
  readonly about: string;
  readonly stage: 'not-delivered' | 'running' | 'supervisor' | 'overdue' | 'met' | 'met-late';
  readonly since?: string;
  readonly due?: string;
  readonly met?: { readonly record: string; readonly at: string };
}

export interface Breach {
  readonly what: string;
  readonly of: string;
  readonly towards?: string;
  readonly unit: 's' | 'm' | 'm²';
  readonly figure: number;
  readonly limit: number;
}

export interface Match {
  readonly subject: string;
  readonly place: string;
  readonly of: string;
  readonly distance: number;
}

export interface Delivery {
  readonly stored?: string;
  readonly shown?: string;
  readonly answered?: string;
  readonly at?: string;
  readonly oldPlan?: boolean;
}

export interface Difference {
  readonly field: string;
  readonly said?: unknown;
  readonly read: unknown;
  readonly apart?: number;
}

export interface Answer {
  readonly by: string;
  readonly says: string;
  readonly about: string;
  readonly record: string;
  readonly at: string;
  readonly body?: Body;
  readonly differences?: readonly Difference[];
}

/** The fields of a record as it was said. */
export type Body = Readonly<Record<string, unknown>>;

/** What a person of a party says that the words of a record mean in another language; no text where it was erased. */
export interface Translation {
  readonly record: string;
  readonly by: string;
  readonly officer?: string;
  readonly at: string;
  readonly about?: string;
  readonly language?: Language;
  readonly text?: string;
}

/** What the author of a record says that a field of it should have been; no field where it was erased. */
export interface Correction {
  readonly record: string;
  readonly by: string;
  readonly at: string;
  readonly field?: string;
  readonly right?: string;
  readonly reason?: string;
}

export interface Subject {
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly withheld?: boolean;
  readonly properties: {
    readonly line: string;
    readonly kind: string;
    readonly owner: string;
    readonly current: string;
    readonly versions: number;
    readonly since: string;
    readonly heard: boolean;
    readonly exercise: boolean;
    readonly body?: Body | null;
    readonly statuses: readonly { readonly status: string; readonly at: string; readonly record: string }[];
    readonly answers: readonly Answer[];
    readonly heardAnswers: readonly Answer[];
    readonly corrections?: readonly Correction[];
    readonly translations?: readonly Translation[];
    readonly concluded?: string;
    readonly delivery: Readonly<Record<string, Delivery>>;
    readonly duties?: readonly Duty[];
    readonly breaches?: readonly Breach[];
    readonly matches?: readonly Match[];
    readonly conflicts?: readonly string[];
    readonly marks?: readonly string[];
    readonly suggested?: readonly Body[];
  };
}

/** How near two volumes come. Metres and seconds; feet where both heights are levels. */
export interface Separation {
  readonly horizontal: number;
  readonly vertical?: number;
  readonly verticalFeet?: number;
  readonly time: number;
  readonly overlap?: { readonly vertical?: number; readonly verticalFeet?: number; readonly time?: number };
  readonly from: string;
  readonly until: string;
  readonly onA: Geometry;
  readonly onB: Geometry;
}

export interface Conflict {
  readonly id: string;
  readonly line: string;
  readonly a: string;
  readonly b: string;
  readonly stand: string;
  readonly firstMove?: string;
  readonly riskMayBeAccepted: boolean;
  /** Ways out that were proposed, by their records. */
  readonly resolutions?: readonly string[];
  readonly finding: Separation & {
    readonly hash: string;
    readonly a: string;
    readonly volumeA: number;
    readonly b: string;
    readonly volumeB: number;
  };
}

/** A conflict that no other party is told of: of two lines, or of one's own activities. */
export interface PrivateConflict extends Separation {
  readonly a: { readonly line: string; readonly subject: string };
  readonly b: { readonly line: string; readonly subject: string };
  readonly across: boolean;
}

export interface Against extends Separation {
  readonly with: string;
  readonly version: string;
  readonly owner?: string;
}

export interface Alarm {
  readonly what: 'stop' | 'flash' | 'duty' | 'silent' | 'conflict' | 'private-conflict' | 'difference';
  readonly line: string;
  readonly of: string;
  readonly over: boolean;
  readonly about: readonly string[];
  readonly called: readonly string[];
}

export interface Alarms {
  readonly items: readonly Alarm[];
  readonly withinHour: number;
  readonly mostPerHour: number;
  readonly silencedFor: number;
}

export interface LineRecord {
  readonly record: string;
  readonly kind: string;
  readonly by: string;
  readonly writer: string;
  readonly log: string;
  readonly no: number;
  readonly at: string;
  readonly exercise: boolean;
  readonly subject?: string;
  readonly subjectKind?: string;
  readonly about?: string;
  readonly role?: string;
  readonly officer?: string;
  readonly precedence?: string;
  readonly lang?: string;
  readonly heard?: boolean;
  readonly bearer?: string;
  readonly heardAt?: string;
  readonly readBack?: boolean;
  readonly body?: Body;
  readonly erased?: boolean;
  readonly stored?: Readonly<Record<string, string>>;
}

export interface Measure {
  readonly name: string;
  readonly measure: string;
  readonly geometry?: Geometry;
  readonly sides?: Readonly<Record<string, 'left' | 'right'>>;
}

export interface Known {
  readonly from: string;
  readonly until: string;
  readonly parties: Readonly<Record<string, KnownOfParty>>;
}

export interface KnownOfParty {
  readonly says: 'none-declared-complete' | 'some-declared-complete' | 'unknown-none-notified' | 'unknown-some-notified';
  readonly activities: readonly string[];
  readonly complete?: { readonly record: string; readonly until: string };
  readonly through?: string;
  readonly heard?: string;
  readonly age?: number;
}

export interface Understood {
  readonly field: string;
  readonly given: string;
  readonly read: readonly string[];
}

export interface Preview {
  readonly at: string;
  readonly seenBy: readonly string[];
  readonly conflicts?: readonly Against[];
  readonly basis?: readonly string[];
  readonly breaches?: readonly Breach[];
  readonly matches?: readonly { readonly place: string; readonly of: string; readonly distance: number }[];
  readonly known?: Known;
  readonly understood: readonly Understood[];
  readonly warnings: readonly Reason[];
}

/** What was said: a record, or a draft that waits for a second person. */
export interface Outcome {
  readonly record?: string;
  readonly draft?: string;
  readonly at?: string;
}

export interface Draft {
  readonly draft: string;
  readonly line: string;
  readonly at: string;
  readonly officer: string;
  readonly role: string;
  readonly kind: string;
  readonly about?: string;
  readonly body?: Body;
}

/** How a first link stands. */
export interface Pairing {
  readonly state: 'none' | 'waiting' | 'words' | 'founded' | 'ended';
  readonly inviting?: boolean;
  readonly code?: string;
  readonly address?: string;
  readonly fingerprint?: string;
  readonly expires?: string;
  readonly words?: Readonly<Record<string, readonly string[]>>;
  readonly line?: string;
  readonly party?: string;
  readonly stranger?: boolean;
  readonly notes?: readonly string[];
  readonly why?: string;
}

/** One reason of a refusal. */
export interface Reason {
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  readonly wayOut: string;
}

export interface BookField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly readBack: boolean;
  readonly list?: string;
}

export interface Template {
  readonly code: string;
  readonly kind: string;
  readonly precedence: string;
  readonly text: string;
  readonly fields: readonly BookField[];
}

export interface PhraseBook {
  readonly hash: string;
  readonly templates: readonly Template[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly phrases: Readonly<Record<string, Texts>>;
}

/** What the node is asked to say. */
export interface Statement {
  readonly kind: string;
  readonly about?: string;
  readonly precedence?: string;
  readonly role?: string;
  readonly lang?: string;
  readonly exercise?: boolean;
  readonly basis?: readonly string[];
  readonly body: Body;
}
