import { IntlMessageFormat } from 'intl-messageformat';
import type { ComponentChildren, VNode } from 'preact';
import { cloneElement, isValidElement, toChildArray } from 'preact';
import type { Language } from '../api/types';
import { book } from '../state/store';
import { ar } from './ar';
import { en, type Key } from './en';
import { harmless } from './harmless';
import { language } from './language';
import { ru } from './ru';

export type { Key } from './en';
export type Value = string | number | VNode;
export type Values = Readonly<Record<string, Value>>;

const TEXTS: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { en, ru, ar };

const read = new Map<string, IntlMessageFormat>();

/** A pattern, read once. Digits are Western in all languages: two desks that read to each other see one string. */
function pattern(text: string, lang: Language): IntlMessageFormat {
  const key = lang + text;
  const known = read.get(key) ?? new IntlMessageFormat(text, `${lang}-u-nu-latn`, undefined, { ignoreTag: true });
  read.set(key, known);
  return known;
}

/** A value that keeps its own direction inside any sentence. */
export function Ltr({ children }: { readonly children: ComponentChildren }) {
  return <bdi dir="ltr">{typeof children === 'string' ? harmless(children) : children}</bdi>;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/** A value in a sentence: with a unit that is written from the right it runs from the right, else from the left. */
export function Apart({ children }: { readonly children: string }) {
  return RIGHT_TO_LEFT.test(children) ? <bdi dir="rtl">{harmless(children)}</bdi> : <Ltr>{children}</Ltr>;
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP = '\u2069';

function isolated(values: Values): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value !== 'absent' ? <Apart>{value}</Apart> : value,
    ]),
  );
}

/** What a pattern makes of values: text, and elements in their places. */
function rich(text: string, lang: Language, values: Values, chosen: Values = {}): ComponentChildren {
  const made = pattern(text, lang).format<ComponentChildren>({ ...isolated(values), ...chosen } as Record<string, string>);
  return Array.isArray(made)
    ? toChildArray(made as ComponentChildren).map((part, i) => (isValidElement(part) ? cloneElement(part, { key: i }) : part))
    : made;
}

/** A text of the page in the language of the desk; what stands in it is isolated. */
export function t(key: Key, values: Values = {}): ComponentChildren {
  const lang = language.value;
  return rich(TEXTS[lang][key], lang, values);
}

/** The same as plain text, for labels and titles. */
export function plain(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  const lang = language.value;
  const marked = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? FIRST_STRONG_ISOLATE + value + POP : value,
    ]),
  );
  return String(pattern(TEXTS[lang][key], lang).format(marked));
}

/** A text of the page in another language than the desk's; undefined: there is none of this name. */
export function textIn(lang: Language, key: string, values: Readonly<Record<string, string | number>> = {}): string | undefined {
  return isKey(key) ? String(pattern(TEXTS[lang][key], lang).format(values)) : undefined;
}

/** Whether there is a text of this name. */
export function isKey(name: string): name is Key {
  return name in en;
}

/** A word of the node (`not-delivered`) in the language of the desk: the text `group.word`, or the word itself. */
export function word(group: string, of: string): string {
  const key = `${group}.${of.replaceAll(' ', '-')}`;
  return isKey(key) ? plain(key) : of;
}

/**
 * The words of the screen (W1, W2, …) as the node's phrase book has them. `choices` are words by which a sentence selects its
 * form, and stay as they are.
 */
export function w(id: string, values: Values = {}, choices: Values = {}): ComponentChildren {
  const lang = language.value;
  const text = book.value?.phrases[id]?.[lang];
  return text === undefined ? id : rich(text, lang, values, choices);
}

/** A phrase of the node's book in a language, with what is written so far in its places. */
export function filled(id: string, lang: Language, values: Values, choices: Values): ComponentChildren {
  const text = book.value?.phrases[id]?.[lang];
  return text === undefined ? id : rich(text, lang, values, choices);
}

/** A word of a list of the phrase book, or the name of a field, in the language of the desk. */
export function phrase(id: string, fallback: string): string {
  return book.value?.phrases[id]?.[language.value] ?? fallback;
}
