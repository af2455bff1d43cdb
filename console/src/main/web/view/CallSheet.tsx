import { useSignal } from '@preact/signals';
import type { Body, Language } from '../api/types';
import { BEARERS, numberOf } from '../state/calling';
import { exactly, now } from '../state/clock';
import { at as valueAt, partsOf } from '../state/readback';
import { book, line, node, others, records, subjectOf, version } from '../state/store';
import { exact } from '../time/format';
import { language, NAMES } from '../text/language';
import { Apart, Ltr, phrase, plain, t, textIn, w, word } from '../text/say';
import { Clock, Timer } from '../text/values';
import { Failure } from './Failure';
import { Choice, Field } from './Field';
import { partValue } from './ReadBack';
import { Minutes } from './Minutes';
import { Pair } from './RecordText';
import { useSaying } from './saying';
import { Sheet } from './Sheets';

/** What may be heard: words, or what somebody answers to the record that is read out. */
const HEARD = ['message', 'read', 'read-back', 'noted', 'taken', 'relayed', 'ceased', 'not-ours', 'not-ours-passing-on', 'unable'] as const;

/** A call: what to read out, with blanks to fill in, and what was heard, while the time of the call runs. */
export function CallSheet({ about }: { readonly about: string | undefined }) {
  void version.value;
  const begun = useSignal(exactly());
  const subject = about === undefined ? undefined : subjectOf(about);
  const record = about === undefined ? undefined : (subject?.properties.current ?? about);
  const told = records.value.find((each) => each.record === record);
  const body = told?.body ?? subject?.properties.body ?? undefined;
  return (
    <Sheet
      title={
        <>
          {t('call.title')} <Timer millis={now.value - begun.value} />
        </>
      }
      wide
    >
      <ul class="numbers">
        {others.value.map((each) => (
          <li key={each}>
            <Reached party={each} />
          </li>
        ))}
      </ul>
      {record && body ? (
        <ToRead record={record} kind={told?.kind ?? subject?.properties.kind ?? ''} by={told?.by ?? subject?.properties.owner ?? ''} body={body} />
      ) : (
        <p class="note">{t('call.nothing')}</p>
      )}
      <HeardForm about={record} parties={others.value} />
      <Minutes begun={begun.peek()} parties={others.value} />
    </Sheet>
  );
}

/** By what number a party is reached, where it has said one. */
function Reached({ party }: { readonly party: string }) {
  const number = numberOf(party, records.value);
  return number ? t('call.number', { party, number: number.address, record: number.record }) : t('call.no-number', { party });
}

interface Read {
  readonly record: string;
  readonly kind: string;
  readonly by: string;
  readonly body: Body;
}

function name(part: string, lang: Language): string {
  return textIn(lang, `field.${part}`) ?? book.value?.phrases[`label.${part}`]?.[lang] ?? part;
}

/** The sheet that is read out, on screen and on paper: both languages beside each other, each value with a blank. */
function ToRead({ record, kind, by, body }: Read) {
  const first = language.value;
  const second: Language = first === 'en' ? 'ru' : 'en';
  const both = [first, second] as const;
  return (
    <section class="paper" aria-label={plain('call.sheet')}>
      <header>
        <strong>
          {both.map((each) => (
            <span key={each} lang={each} dir="auto">
              {textIn(each, `kind.${kind}`) ?? kind}{' '}
            </span>
          ))}
          <Ltr>{record}</Ltr> · <Ltr>{by}</Ltr>
        </strong>
        <small>
          <Ltr>{`${node.value?.party ?? ''} ${exact(exactly())}`}</Ltr>
        </small>
      </header>
      {body['rendered'] ? <Pair body={body} /> : typeof body['text'] === 'string' ? <p dir="auto" class="free"><bdi>{body['text']}</bdi></p> : null}
      <table>
        <thead>
          <tr>
            {both.map((each) => (
              <th key={each} scope="col" lang={each} dir={each === 'ar' ? 'rtl' : 'ltr'}>
                {NAMES[each]}
              </th>
            ))}
            <th scope="col">{t('call.said')}</th>
            <th scope="col">{t('call.read')}</th>
          </tr>
        </thead>
        <tbody>
          {partsOf(kind, body, book.value).map((part) => (
            <tr key={part.path.join('.')}>
              {both.map((each) => (
                <td key={each} lang={each} dir={each === 'ar' ? 'rtl' : 'ltr'}>
                  {[part.space === undefined ? '' : textIn(each, 'volume.title', { n: part.space }), name(part.name, each), part.n ?? ''].filter(Boolean).join(' ')}
                </td>
              ))}
              <td>
                <Apart>{partValue(part, valueAt(body, part.path))}</Apart>
              </td>
              <td class="blank" />
            </tr>
          ))}
          {(['call.with', 'call.at', 'call.same'] as const).map((key) => (
            <tr key={key}>
              {both.map((each) => (
                <td key={each} lang={each} dir={each === 'ar' ? 'rtl' : 'ltr'}>
                  {textIn(each, key)}
                </td>
              ))}
              <td class="blank" colSpan={2} />
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" class="on-screen" onClick={() => print()}>
        {t('call.print')}
      </button>
    </section>
  );
}

/** What was heard. It counts here as heard, and is nobody's signature. */
function HeardForm({ about, parties }: { readonly about: string | undefined; readonly parties: readonly string[] }) {
  const saying = useSaying();
  const from = useSignal(parties[0] ?? '');
  const bearer = useSignal<string>('telephone');
  const what = useSignal<string>('message');
  const text = useSignal('');
  const at = useSignal('');
  const readBack = useSignal(false);
  const told = useSignal('');
  const me = line.value?.me ?? '';
  const isMessage = what.value === 'message' || about === undefined;
  const submit = async (event: Event) => {
    event.preventDefault();
    const of = line.value;
    const said = isMessage
      ? { kind: 'message', says: { text: text.value, to: { party: me } } }
      : { kind: 'answer', about, says: { says: what.value, act: 'voice', ...(text.value.trim() ? { reason: text.value } : {}) } };
    const body = (instant: number) => ({ from: from.value, bearer: bearer.value, at: at.value.trim() || exact(instant), readBack: readBack.value, ...said });
    const outcome = of && (await saying.sayNow(of.line, (instant) => ({ kind: 'heard', ...(isMessage ? {} : { about }), body: body(instant) })));
    if (outcome) {
      told.value = outcome.record ?? outcome.draft ?? '';
      text.value = '';
      at.value = '';
    }
  };
  return (
    <form class="form" onSubmit={submit}>
      <h3>{t('call.heard')}</h3>
      <div class="columns">
        <Choice label={t('call.from')} of={from} choices={parties.map((each) => [each, each])} />
        <Choice label={t('field.bearer')} of={bearer} choices={BEARERS.map((each) => [each, phrase(`bearer.${each}`, each)])} />
        {about === undefined ? null : (
          <Choice label={t('call.what')} of={what} choices={HEARD.map((each) => [each, each === 'message' ? plain('call.words') : `${word('answer', each)} · ${about}`])} />
        )}
        <Field label={t('call.when')} of={at} dir="ltr" hint={plain('call.when-hint')} />
      </div>
      <Field label={isMessage ? t('write.text') : t('sheet.reason')} of={text} dir="auto" required={isMessage} />
      <label class="tick">
        <input type="checkbox" checked={readBack.value} onChange={(event) => (readBack.value = event.currentTarget.checked)} /> {t('call.was-read-back')}
      </label>
      <p class="effect">
        {t('write.effect', { to: parties.join(', ') })}{' '}
        {w('W14', {
          bearer: phrase(`bearer.${bearer.value}`, bearer.value),
          at: <Clock at={now.value} />,
          party: from.value,
          by: me,
          read: phrase(readBack.value ? 'readBack.yes' : 'readBack.no', ''),
        })}
      </p>
      <button type="submit" class="main" disabled={saying.busy.value || !line.value}>
        {t('call.enter')}
      </button>
      {told.value ? (
        <p class="note" role="status">
          {t('call.entered', { record: told.value })}
        </p>
      ) : null}
      {saying.why.value ? <Failure why={saying.why.value} /> : null}
    </form>
  );
}
