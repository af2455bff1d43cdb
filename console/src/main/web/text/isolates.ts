/** A stretch of a text: words, or what runs in a direction of its own. */
export type Stretch = string | { readonly dir: 'ltr' | 'rtl' | 'auto'; readonly parts: readonly Stretch[] };

const OPENS: Readonly<Record<string, 'ltr' | 'rtl' | 'auto'>> = { '\u2066': 'ltr', '\u2067': 'rtl', '\u2068': 'auto' };
const POP = '\u2069';

/** Values stand in values: a place holds two figures. Nothing that the node writes is deeper. */
const DEEPEST = 8;

function read(text: string, from: number, depth: number): readonly [parts: readonly Stretch[], end: number] {
  const parts: Stretch[] = [];
  let words = '';
  let i = from;
  for (; i < text.length && text[i] !== POP; i++) {
    const dir = OPENS[text[i] ?? ''];
    if (dir && depth < DEEPEST) {
      const [inner, end] = read(text, i + 1, depth + 1);
      parts.push(words, { dir, parts: inner });
      words = '';
      i = end;
    } else if (!dir) {
      words += text[i];
    }
  }
  parts.push(words);
  return [parts.filter((each) => each !== ''), i];
}

/** A text of the node by its marks of direction, one within the other as they are. A mark that closes nothing is left out. */
export function stretches(text: string): readonly Stretch[] {
  const all: Stretch[] = [];
  for (let from = 0; from <= text.length; ) {
    const [parts, end] = read(text, from, 0);
    all.push(...parts);
    from = end + 1;
  }
  return all;
}
