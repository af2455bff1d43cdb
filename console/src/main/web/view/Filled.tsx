import type { Language, Template } from '../api/types';
import { book } from '../state/store';
import { language, NAMES } from '../text/language';
import { filled, type Value } from '../text/say';

/** What stands where nothing is written yet. */
const OPEN = '…';

/** A word of a list in a language; what is no word stands as it was written. */
function worded(list: string | undefined, word: string, lang: Language): string {
  return (list && book.value?.phrases[`${list}.${word}`]?.[lang]) || word;
}

/** A message of a template as it will be read, in the language of the desk and beside it in another. The node has the last word. */
export function Filled({ of, written }: { readonly of: Template; readonly written: Readonly<Record<string, string>> }) {
  const first = language.value;
  const second: Language = first === 'en' ? 'ru' : 'en';
  return (
    <div class="texts preview">
      {[first, second].map((each) => (
        <div key={each} lang={each} dir={each === 'ar' ? 'rtl' : 'ltr'} class="text">
          <small>{NAMES[each]}</small>
          <p>{sentence(of, written, each)}</p>
        </div>
      ))}
    </div>
  );
}

function sentence(of: Template, written: Readonly<Record<string, string>>, lang: Language) {
  const pattern = book.value?.phrases[of.text]?.[lang] ?? '';
  const values: Record<string, Value> = {};
  const choices: Record<string, Value> = {};
  for (const field of of.fields) {
    const text = written[field.name]?.trim() ?? '';
    if (pattern.includes(`{${field.name}, plural`)) {
      choices[field.name] = Number(text) || 0;
    } else if (!text && !field.required) {
      choices[field.name] = 'absent';
    } else {
      values[field.name] = worded(field.list, text, lang) || OPEN;
    }
  }
  return filled(of.text, lang, values, choices);
}
