import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { ar } from '../../main/web/text/ar';
import { en } from '../../main/web/text/en';
import { ru } from '../../main/web/text/ru';

const ALL = { en, ru, ar } as const;

/** Whole words that no text of the page may hold: a result is never called so. Those of the phrase book (W1 …) are not here. */
const BANNED = {
  en: /\b(clear|cleared|safe|ok)\b/i,
  ru: /(^|[^\p{L}])(безопасно|безопасен|свободно|чисто|ок)([^\p{L}]|$)/iu,
  ar: /(^|[^\p{L}])(آمن|آمنة|سالك|خالٍ)([^\p{L}]|$)/u,
} as const;

function names(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map((each) => each[1] ?? ''))].sort();
}

describe('the texts of the page', () => {
  test('are there in every language, and none is empty', () => {
    for (const texts of Object.values(ALL)) {
      expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
      expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
    }
  });

  test('can be read as ICU MessageFormat and take the same values in every language', () => {
    for (const [key, text] of Object.entries(en)) {
      for (const [lang, texts] of Object.entries(ALL)) {
        const other = texts[key as keyof typeof en];
        expect(() => new IntlMessageFormat(other, lang), `${lang} ${key}`).not.toThrow();
        expect(names(other).filter((name) => names(text).includes(name)), `${lang} ${key}`).toEqual(names(text));
      }
    }
  });

  test('never call a result by a word that says that nothing is there', () => {
    for (const [lang, texts] of Object.entries(ALL)) {
      const wrong = Object.entries(texts).filter(([, text]) => BANNED[lang as keyof typeof BANNED].test(text));
      expect(wrong, lang).toEqual([]);
    }
  });

  test('hold no mark that looks like a permission, and no style or view does', () => {
    const mark = /[\u2705\u2611\u2713\u2714\u{1F5F8}\u{1F7E2}\u{1F44D}\u{1F197}]/u;
    for (const [lang, texts] of Object.entries(ALL)) {
      expect(Object.entries(texts).filter(([, text]) => mark.test(text)), lang).toEqual([]);
    }
    const root = new URL('../../main/web/', import.meta.url);
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((each) => /\.(tsx?|css|html)$/.test(each));
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((each) => mark.test(readFileSync(new URL(each, root), 'utf8')))).toEqual([]);
  });

  test('have every plural form that their language has', () => {
    const forms = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'] };
    for (const [lang, texts] of Object.entries(ALL)) {
      for (const [key, text] of Object.entries(texts).filter(([, each]) => each.includes(', plural,'))) {
        for (const form of forms[lang as keyof typeof forms]) {
          expect(text, `${lang} ${key}`).toContain(`${form} {`);
        }
      }
    }
  });

  test('what taking a STOP means is said before it is taken as the phrase book says it (W8)', () => {
    const book = readFileSync(new URL('../../../../record/src/main/resources/org/parley/record/phrase/book-1.txt', import.meta.url), 'utf8');
    const said = book.slice(book.indexOf('\nphrase W8\n'), book.indexOf('\nphrase W9\n')).replace(/\n {2}/g, ' ');
    for (const texts of Object.values(ALL)) {
      expect(said).toContain(`. ${texts['said.taking']}\n`);
    }
  });

  test('the words of the screen that the page asks for are in the phrase book', () => {
    const book = readFileSync(new URL('../../../../record/src/main/resources/org/parley/record/phrase/book-1.txt', import.meta.url), 'utf8');
    for (const id of ['W1', 'W2', 'W2b', 'W3', 'W4a', 'W4b', 'W4c', 'W5', 'W6', 'W7a', 'W7b', 'W7c', 'W7d', 'W7e', 'W7f', 'W8', 'W9', 'W11', 'W12', 'W13', 'W14', 'W15', 'W16', 'W17', 'W18', 'W19']) {
      expect(book).toContain(`\nphrase ${id}\n`);
    }
  });
});
