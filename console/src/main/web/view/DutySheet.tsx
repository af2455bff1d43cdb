import { useSignal } from '@preact/signals';
import { closing } from '../state/opened';
import { partsOf } from '../state/readback';
import { isTakenAt } from '../state/stop';
import { book, duties, me, records, session, subjectOf, version } from '../state/store';
import { exact } from '../time/format';
import { Ltr, plain, t, w, word } from '../text/say';
import { answers, hasUsual, needsReason, REPORTS } from './answers';
import { Failure } from './Failure';
import { Choice, Field } from './Field';
import { ReadBack } from './ReadBack';
import { RecordText } from './RecordText';
import { useSaying } from './saying';
import { useShown } from './shown';
import { Sheet } from './Sheets';

/** Echelons, and how much of them was reached, in per cent. */
const LEVELS = Array.from({ length: 9 }, (_, i) => [String(i + 1), String(i + 1)] as const);
const COVERAGES = ['', '0', '1-49', '50-99', '100'].map((each) => [each, each && `${each} %`] as const);

interface Given {
  readonly line: string;
  readonly about: string;
  readonly duty: string;
}

/** One duty: what it is about, what an answer does, and the answers. Enter says the usual one, where there is one. */
export function DutySheet({ line, about, duty }: Given) {
  void version.value;
  const saying = useSaying();
  const reason = useSignal('');
  const reading = useSignal(false);
  const level = useSignal('1');
  const coverage = useSignal('');
  const subject = subjectOf(about);
  const record = records.value.find((each) => each.record === about);
  const kind = record?.kind ?? subject?.properties.kind ?? '';
  const body = record?.body ?? subject?.properties.body ?? undefined;
  const seen = useShown<HTMLDivElement>(about, subject);
  const still = duties.value.some((each) => each.about === about && each.what === duty);
  const isReadable = partsOf(kind, body, book.value).length > 0;
  const flash = duty === 'acknowledge' && record?.precedence === 'FLASH' && isReadable;
  const status = REPORTS[duty];
  const possible = status ? [] : answers(duty, kind);
  const usual = hasUsual(duty, kind);
  const answer = async (says: string) => {
    const close = closing();
    const relayed = says === 'relayed' ? { level: Number(level.value), coverage: coverage.value } : {};
    if (await saying.say(line, { kind: 'answer', about, body: { says, ...(reason.value ? { reason: reason.value } : {}), ...relayed } })) {
      close();
    }
  };
  const report = async () => {
    const close = closing();
    if (status && (await saying.sayNow(line, (at) => ({ kind: 'status', about, body: { status, at: exact(at) } })))) {
      close();
    }
  };
  const may = session.value?.rights.includes(status ? 'send' : 'answer') === true;
  return (
    <Sheet title={<>{word('duty', duty)} <Ltr>{about}</Ltr></>} grave={kind === 'stop'}>
      <div ref={seen}>
        {subject || record ? <RecordText kind={kind} body={body ?? {}} by={record?.by ?? subject?.properties.owner ?? ''} about={about} /> : <p>{t('page.loading')}</p>}
      </div>
      {kind === 'stop' ? <p class="note">{subject && isTakenAt(subject, me.value) ? w('W7c') : t('said.taking')}</p> : null}
      {duty === 'acknowledge' ? <p class="effect">{t('sheet.effect-acknowledge')}</p> : null}
      {duty === 'decide' ? <p class="effect">{t('sheet.effect-accept')}</p> : null}
      {status ? <p class="effect">{t('sheet.effect-report')}</p> : null}
      {flash ? <p class="warn-text">{t('sheet.flash')}</p> : null}
      {reading.value || flash ? (
        <ReadBack line={line} about={about} kind={kind} body={body ?? {}} />
      ) : still && may ? (
        <div class="answers" onKeyDown={(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}>
          {status ? (
            <button type="button" class="main" data-first disabled={saying.busy.value} onClick={report}>
              {word('status', status)} <kbd>Enter</kbd>
            </button>
          ) : null}
          {possible.map((says, i) => (
            <button
              key={says}
              type="button"
              class={usual && i === 0 ? 'main' : ''}
              {...(usual && i === 0 ? { 'data-first': true } : {})}
              disabled={saying.busy.value || (needsReason(says) && reason.value.trim() === '') || (says === 'relayed' && coverage.value === '')}
              onClick={() => answer(says)}
            >
              {word('answer', says)} {usual && i === 0 ? <kbd>Enter</kbd> : null}
            </button>
          ))}
          {duty === 'acknowledge' && isReadable ? (
            <button type="button" onClick={() => (reading.value = true)}>
              {word('answer', 'read-back')}
            </button>
          ) : null}
          {possible.includes('relayed') ? (
            <div class="columns">
              <Choice label={plain('relay.level')} of={level} choices={LEVELS} />
              <Choice label={plain('relay.coverage')} of={coverage} choices={COVERAGES} />
            </div>
          ) : null}
          {possible.some(needsReason) ? <Field label={plain('sheet.reason')} of={reason} dir="auto" /> : null}
        </div>
      ) : (
        <p class="note">{still ? t('sheet.may-not') : t('sheet.met')}</p>
      )}
      {saying.why.value ? <Failure why={saying.why.value} /> : null}
    </Sheet>
  );
}
