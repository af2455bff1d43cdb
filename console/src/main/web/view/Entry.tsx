import type { Answer, LineRecord, Subject } from '../api/types';
import { fields } from '../state/activities';
import { now } from '../state/clock';
import { selected } from '../state/store';
import { clock } from '../time/format';
import { answering, readBackOf, saysMore, stages, type Stage } from '../state/delivery';
import { harmless } from '../text/harmless';
import { language } from '../text/language';
import { Ltr, phrase, t, w, word } from '../text/say';
import { ageText, Clock, span } from '../text/values';
import { Pair } from './RecordText';
import { Compared } from './ReadBack';
import { HeardAnswers } from './HeardAnswers';
import { Corrected } from './Selected';
import { useShown } from './shown';
import { Reach, Why } from './Why';

interface Given {
  readonly of: LineRecord;
  readonly subject: Subject | undefined;
  readonly mine: boolean;
}

/** One thing that was said. */
export function Entry({ of, subject, mine }: Given) {
  const body = fields(of.body);
  const name = body['name'];
  const text = body['text'];
  const current = subject?.properties.current === of.record;
  const seen = useShown<HTMLElement>(of.record, current ? subject : undefined);
  return (
    <article ref={seen} class={`entry${mine ? ' mine' : ''}${of.exercise ? ' drill' : ''}`}>
      <header>
        <button type="button" class="link" onClick={() => (selected.value = subject?.id ?? of.record)}>
          <Ltr>{of.record}</Ltr>
        </button>
        <span>
          {word('kind', of.kind)}
          {typeof name === 'string' ? (
            <>
              {' '}
              <Ltr>{name}</Ltr>
            </>
          ) : null}
          {typeof body['template'] === 'string' ? (
            <>
              {' '}
              <Ltr>{body['template']}</Ltr>
            </>
          ) : null}
        </span>
        {of.precedence && of.precedence !== 'ROUTINE' ? <b class={`precedence ${of.precedence}`}>{of.precedence}</b> : null}
        <Ltr>{clock(Date.parse(of.at))}</Ltr>
      </header>
      {of.heard ? (
        <p class="warn-text">
          {w('W14', {
            bearer: phrase(`bearer.${of.bearer ?? ''}`, of.bearer ?? ''),
            at: <Clock at={Date.parse(of.heardAt ?? of.at)} />,
            party: of.by,
            by: of.writer,
            read: phrase(of.readBack ? 'readBack.yes' : 'readBack.no', ''),
          })}
        </p>
      ) : null}
      {body['rendered'] ? <Pair body={body} /> : typeof text === 'string' ? <Words of={of} text={text} subject={subject} /> : null}
      {of.erased ? <p class="note">{t('entry.erased')}</p> : null}
      {subject && current ? <Standing of={subject} mine={mine} /> : subject ? <p class="note">{t('entry.replaced', { by: subject.properties.current })}</p> : null}
    </article>
  );
}

/** Free words as they were written, what somebody has released as their translation, or that nobody has. */
function Words({ of, text, subject }: { readonly of: LineRecord; readonly text: string; readonly subject: Subject | undefined }) {
  const wanted = language.value;
  const found = subject?.properties.translations?.filter((each) => each.about === of.record && each.text !== undefined && each.language === wanted) ?? [];
  const foreign = of.lang !== undefined && of.lang !== wanted;
  return (
    <>
      <p dir="auto" class="free" {...(of.lang ? { lang: of.lang } : {})}>
        {harmless(text)}
      </p>
      {found.map((each) => (
        <div key={each.record} class="text">
          <small>{t('translation.by', { party: each.by, officer: each.officer ?? '', at: clock(Date.parse(each.at)) })}</small>
          <p dir="auto">{harmless(each.text ?? '')}</p>
        </div>
      ))}
      {foreign && found.length === 0 ? <small class="warn-text">{t('translation.none', { language: phrase(`language.${of.lang ?? ''}`, of.lang ?? '') })}</small> : null}
    </>
  );
}

/** How far it has come: stored, shown, acknowledged, read back; in words, since none of it is consent. */
function Standing({ of, mine }: { readonly of: Subject; readonly mine: boolean }) {
  const { delivery, answers, duties, marks, breaches } = of.properties;
  return (
    <footer>
      {mine
        ? Object.entries(delivery).map(([party, each]) => (
            <div key={party}>
              {stages(each, answers, party).map((stage, i) => (
                <div key={i} class={`stage ${stage.what}`}>
                  <Said of={stage} party={party} />
                </div>
              ))}
              {each.oldPlan ? <p class="warn-text">{w('W13', { party })}</p> : null}
            </div>
          ))
        : null}
      {mine
        ? duties
            ?.filter((duty) => duty.what === 'acknowledge' && !duty.met && duty.due && duty.since && Date.parse(duty.due) < now.value)
            .map((duty) => (
              <p key={duty.owedBy} class="bad-text">
                {w('W5', {
                  waited: <bdi>{ageText(now.value - Date.parse(duty.since ?? ''))}</bdi>,
                  limit: <bdi>{span((Date.parse(duty.due ?? '') - Date.parse(duty.since ?? '')) / 1_000)}</bdi>,
                })}
              </p>
            ))
        : null}
      {answers.some((each) => each.says === 'noted') ? <p class="note">{w('W6')}</p> : null}
      {answers
        .filter((each) => each.says === 'not-ours')
        .map((each) => (
          <p key={each.record} class="warn-text">
            {w('W9', { party: each.by })}
          </p>
        ))}
      {mine ? null : <Answered answers={answers} />}
      <HeardAnswers of={of} />
      {of.properties.corrections?.map((each) => <Corrected key={each.record} of={each} />)}
      {marks?.map((mark) => (
        <p key={mark} class="warn-text">
          {word('mark', mark)}
        </p>
      ))}
      {breaches?.map((each) => (
        <p key={each.what + each.of} class="warn-text">
          {word('breach', each.what)}
        </p>
      ))}
    </footer>
  );
}

/** What was answered to a record of another party, by us too: by its own word, and its reason; and what was read back. */
function Answered({ answers }: { readonly answers: readonly Answer[] }) {
  return (
    <>
      {answers.filter(saysMore).map((each) => (
        <p key={each.record} class="note">
          <Ltr>{each.by}</Ltr>: {word('answer', each.says)} <Reach of={each} /> <Why of={each} />
        </p>
      ))}
      {answering(answers)
        .map((party) => readBackOf(answers, party))
        .filter((each) => each !== undefined)
        .map((each) => (
          <div key={each.record}>
            <Ltr>{each.by}</Ltr>: <Compared of={each} />
          </div>
        ))}
    </>
  );
}

function Said({ of, party }: { readonly of: Stage; readonly party: string }) {
  switch (of.what) {
    case 'waits':
      return <>{t('delivery.waits', { party })}</>;
    case 'answered':
      return (
        <>
          {t('delivery.answered', { party, says: <bdi>{word('answer', of.answer.says)}</bdi>, at: clock(of.at) })} <Reach of={of.answer} /> <Why of={of.answer} />
        </>
      );
    case 'differs':
      return (
        <>
          {t('delivery.answered', { party, says: <bdi>{word('answer', of.answer.says)}</bdi>, at: clock(of.at) })}
          <Compared of={of.answer} />
        </>
      );
    case 'stored':
      return <>{w('W4a', { party, at: <Clock at={of.at} /> })}</>;
    case 'shown':
      return <>{w('W4b', { at: <Clock at={of.at} /> })}</>;
    case 'acknowledged':
      return <>{w('W4c', { party, at: <Clock at={of.at} /> })}</>;
    case 'read-back':
      return <>{t('delivery.read-back', { party, at: clock(of.at) })}</>;
  }
}
