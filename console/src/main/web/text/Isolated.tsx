import { harmless } from './harmless';
import { Ltr } from './say';

/** What the node isolates in its texts, and what must not break over lines or turn round: dates, times, places. */
const PARTS = /\u2066([^\u2069]*)\u2069|(\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?Z)?)/g;

/** A text of the node, its marks of direction replaced by elements. */
export function Isolated({ text }: { readonly text: string }) {
  const made = [];
  let end = 0;
  for (const part of text.matchAll(PARTS)) {
    made.push(harmless(text.slice(end, part.index)), <Ltr key={part.index}>{part[1] ?? part[2]}</Ltr>);
    end = part.index + part[0].length;
  }
  return (
    <>
      {made}
      {harmless(text.slice(end))}
    </>
  );
}
