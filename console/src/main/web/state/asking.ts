import type { Body, Line, Statement } from '../api/types';
import { placesIn } from './plan';
import { remembered } from './remembered';

/** What is asked of others, or declared to them, in few words. */
export const ASKED = ['query', 'hold', 'correction', 'translation', 'force-claim', 'completeness'] as const;
export type Asked = (typeof ASKED)[number];

/** Of each what a person writes, in its order; `!` behind a name: it must be there. */
export const WRITTEN: Readonly<Record<Asked, readonly string[]>> = {
  query: ['question!'],
  hold: ['until!', 'reason'],
  correction: ['field!', 'right!', 'reason'],
  translation: ['language!', 'words!'],
  'force-claim': ['place!', 'at!', 'height', 'course', 'speed', 'description'],
  completeness: ['places!', 'radius', 'from!', 'until!', 'nil!'],
};

/** Which are about a record in hand: whose it must be. */
const ABOUT: Readonly<Partial<Record<Asked, 'own' | 'another' | 'words'>>> = { query: 'another', hold: 'another', correction: 'own', translation: 'words' };

/** What may be asked or said with a record in hand: of whom it is, if there is one, and whether a person's words stand in it. */
export function possible(of: 'own' | 'another' | undefined, hasWords: boolean): readonly Asked[] {
  return ASKED.filter((each) => ABOUT[each] === undefined || ABOUT[each] === of || (ABOUT[each] === 'words' && hasWords));
}

/** Whether it is about the record in hand. */
export function isAbout(kind: Asked): boolean {
  return ABOUT[kind] !== undefined;
}

/** As their templates have it: whoever waits for these is in danger. */
const PRECEDENCE: Readonly<Record<Asked, string>> = { query: 'PRIORITY', hold: 'FLASH', correction: 'PRIORITY', translation: 'PRIORITY', 'force-claim': 'FLASH', completeness: 'ROUTINE' };

/** What was written and not sent: it outlives a reload and a session. */
export const written = remembered<Readonly<Record<string, string>>>('ask', {});

/** The name of a field, and whether it must be there. */
export function fieldOf(name: string): { readonly name: string; readonly required: boolean } {
  return { name: name.replace('!', ''), required: name.endsWith('!') };
}

function value(texts: Readonly<Record<string, string>>, name: string): string {
  return texts[name]?.trim() ?? '';
}

/** One place with a radius, or the corners of an area. */
function ground(texts: Readonly<Record<string, string>>): Body {
  const places = placesIn(value(texts, 'places'));
  return places.length < 3
    ? { geometry: { type: 'Point', coordinates: places[0] ?? '' }, radius: value(texts, 'radius') }
    : { geometry: { type: 'Polygon', coordinates: [[...places, places[0] ?? '']] } };
}

/** How many records our main log has: so many are what a declaration counts on. */
export function through(of: Line): number {
  return of.logs.filter((each) => each.by === of.me && each.lane === 'main').at(-1)?.size ?? 0;
}

function body(kind: Asked, texts: Readonly<Record<string, string>>, of: Line): Body {
  if (kind === 'completeness') {
    return { shape: ground(texts), from: value(texts, 'from'), until: value(texts, 'until'), through: through(of), nil: value(texts, 'nil') === 'nil' };
  }
  if (kind === 'translation') {
    return { language: value(texts, 'language'), text: value(texts, 'words') };
  }
  const given = WRITTEN[kind].map((each) => fieldOf(each).name).filter((name) => value(texts, name));
  return Object.fromEntries(given.map((name) => [name, name === 'course' ? Number(value(texts, name)) : value(texts, name)]));
}

/** What is to be said; undefined: something is missing that must be there. */
export function statement(kind: Asked, texts: Readonly<Record<string, string>>, of: Line, about: string | undefined): Statement | undefined {
  const isWhole = WRITTEN[kind].map(fieldOf).every((each) => !each.required || value(texts, each.name));
  const isRound = kind !== 'completeness' || placesIn(value(texts, 'places')).length !== 2;
  const hasGround = kind !== 'completeness' || placesIn(value(texts, 'places')).length > 2 || value(texts, 'radius');
  if (!isWhole || !isRound || !hasGround || (isAbout(kind) && about === undefined)) {
    return undefined;
  }
  return { kind, precedence: PRECEDENCE[kind], ...(isAbout(kind) && about !== undefined ? { about } : {}), body: body(kind, texts, of) };
}
