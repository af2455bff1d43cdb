import { useSignal } from '@preact/signals';
import type { Subject } from '../api/types';
import { duties, line, session } from '../state/store';
import { exact } from '../time/format';
import { Ltr, plain, t, word } from '../text/say';
import { Clock } from '../text/values';
import { answers, needsReason } from './answers';
import { Failure } from './Failure';
import { Field } from './Field';
import { RecordText } from './RecordText';
import { useSaying } from './saying';

/** What was decided is not asked for again until the node has counted it. */
const DECISIONS = new Set(answers('decide', ''));

interface Given {
  readonly of: Subject;
  /** What is done once it was countered: another way out is written. */
  readonly countered: () => void;
}

/** One way out that somebody proposed, what was said to it, and what may be. */
export function Proposal({ of, countered }: Given) {
  const { body, owner, current, kind, answers: said, statuses, concluded } = of.properties;
  const withdrawn = statuses.some((each) => each.status === 'withdrawn');
  const decided = concluded !== undefined || said.some((each) => each.by === line.value?.me && DECISIONS.has(each.says));
  const owed = !decided && duties.value.some((each) => each.about === current && each.what === 'decide');
  return (
    <article class="proposal">
      <RecordText kind={kind} body={body ?? {}} by={owner} about={current} />
      <ul class="plain">
        {said.map((each) => (
          <li key={each.record}>
            <Ltr>{each.by}</Ltr>: {word('answer', each.says)}, <Clock at={Date.parse(each.at)} />
            {typeof each.body?.['reason'] === 'string' ? <bdi> {each.body['reason']}</bdi> : null}
          </li>
        ))}
      </ul>
      {concluded ? <p>{t('proposal.concluded', { record: concluded })}</p> : null}
      {withdrawn ? <p class="note">{t('proposal.withdrawn')}</p> : null}
      {owed ? <Decide of={of} countered={countered} /> : null}
      {owner === line.value?.me && !concluded && !withdrawn ? <Withdraw of={of} /> : null}
    </article>
  );
}

/** Accept, decline or counter: none is the usual one, each is chosen with care. */
function Decide({ of, countered }: Given) {
  const saying = useSaying();
  const reason = useSignal('');
  const rights = session.value?.rights ?? [];
  const answer = async (says: string) => {
    const why = reason.value.trim() ? { reason: reason.value } : {};
    if ((await saying.say(of.properties.line, { kind: 'answer', about: of.properties.current, body: { says, ...why } })) && says === 'countered') {
      countered();
    }
  };
  return (
    <div class="answers" onKeyDown={(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}>
      <p class="effect">{t('sheet.effect-accept')}</p>
      <Field label={plain('sheet.reason')} of={reason} dir="auto" />
      {answers('decide', of.properties.kind).map((says) => (
        <button
          key={says}
          type="button"
          disabled={saying.busy.value || !rights.includes(says === 'accepted' ? 'accept' : 'answer') || (needsReason(says) && reason.value.trim() === '')}
          onClick={() => answer(says)}
        >
          {word('answer', says)}
        </button>
      ))}
      {saying.why.value ? <Failure why={saying.why.value} /> : null}
    </div>
  );
}

function Withdraw({ of }: { readonly of: Subject }) {
  const saying = useSaying();
  const send = () => saying.sayNow(of.properties.line, (at) => ({ kind: 'status', about: of.properties.current, body: { status: 'withdrawn', at: exact(at) } }));
  return (
    <div class="answers">
      <button type="button" disabled={saying.busy.value || !session.value?.rights.includes('send')} onClick={send}>
        {t('proposal.withdraw')}
      </button>
      {saying.why.value ? <Failure why={saying.why.value} /> : null}
    </div>
  );
}
