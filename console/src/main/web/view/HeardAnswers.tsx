import type { Answer, Subject } from '../api/types';
import { records } from '../state/store';
import { Ltr, phrase, w, word } from '../text/say';
import { Clock } from '../text/values';
import { Reach, Why } from './Why';

/** What was heard by voice in answer to a record (W14): it stands beside what was signed, and is nobody's own answer. */
export function HeardAnswers({ of }: { readonly of: Subject }) {
  return (
    <>
      {of.properties.heardAnswers.map((each) => (
        <p key={each.record} class="heard-answer warn-text">
          <bdi>{word('answer', each.says)}</bdi> · <How of={each} /> <Reach of={each} /> <Why of={each} />
        </p>
      ))}
    </>
  );
}

/** How it was heard, as the record of it says; one that is older than what is told here says only from whom and when. */
function How({ of }: { readonly of: Answer }) {
  const heard = records.value.find((each) => each.record === of.record);
  return heard ? (
    <>
      {w('W14', {
        bearer: phrase(`bearer.${heard.bearer ?? ''}`, heard.bearer ?? ''),
        at: <Clock at={Date.parse(heard.heardAt ?? heard.at)} />,
        party: of.by,
        by: heard.writer,
        read: phrase(heard.readBack ? 'readBack.yes' : 'readBack.no', ''),
      })}
    </>
  ) : (
    <>
      {word('kind', 'heard')} <Ltr>{of.record}</Ltr>, <Ltr>{of.by}</Ltr> <Clock at={Date.parse(of.at)} />
    </>
  );
}
