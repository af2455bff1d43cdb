import type { ComponentChildren } from 'preact';
import { harmless } from './harmless';
import { stretches, type Stretch } from './isolates';
import { Ltr } from './say';

/** What must not break over lines or turn round, and has no mark: dates and times. */
const DATES = /\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?Z)?/g;

function words(text: string): ComponentChildren[] {
  const made: ComponentChildren[] = [];
  let end = 0;
  for (const date of text.matchAll(DATES)) {
    made.push(harmless(text.slice(end, date.index)), <Ltr key={date.index}>{date[0]}</Ltr>);
    end = date.index + date[0].length;
  }
  return [...made, harmless(text.slice(end))];
}

function shown(all: readonly Stretch[]): ComponentChildren {
  return all.map((each, i) =>
    typeof each === 'string' ? (
      words(each)
    ) : (
      <bdi key={i} dir={each.dir}>
        {shown(each.parts)}
      </bdi>
    ),
  );
}

/** A text of the node, its marks of direction replaced by elements. */
export function Isolated({ text }: { readonly text: string }) {
  return <>{shown(stretches(text))}</>;
}
