import { opened } from '../state/opened';
import { activityOf, line, session, subjectOf, version } from '../state/store';
import { isStarted } from '../state/activities';
import { exact } from '../time/format';
import { Ltr, t, word } from '../text/say';
import { Failure } from './Failure';
import { RecordText } from './RecordText';
import { useSaying } from './saying';
import { Sheet } from './Sheets';

/** What its owner may report of an activity, as it stands. */
function possible(id: string): readonly string[] {
  const of = activityOf(id);
  if (!of || of.kind !== 'activity' || of.ended) {
    return [];
  }
  return isStarted(of) ? ['stopped'] : ['started', 'withdrawn'];
}

/** Whether it is an own activity or site that goes on: of such a next version may be said. */
export function isAmendable(id: string): boolean {
  const of = subjectOf(id)?.properties;
  const ended = activityOf(id)?.ended ?? of?.statuses.some((each) => each.status === 'withdrawn');
  return (of?.kind === 'activity' || of?.kind === 'site') && !ended && of.owner === line.value?.me;
}

/** An amendment or a correction of what is ours and the reports on it, beside what it says. Each opens a sheet before anything is said. */
export function Reports({ id }: { readonly id: string }) {
  void version.value;
  const status = possible(id);
  const amendable = isAmendable(id);
  if (!session.value?.rights.includes('send')) {
    return null;
  }
  return (
    <div class="answers">
      {amendable ? (
        <button type="button" onClick={() => (opened.value = { what: 'amend', id })}>
          {t('amend.open')} <kbd>A</kbd>
        </button>
      ) : null}
      <button type="button" onClick={() => (opened.value = { what: 'ask', about: id })}>
        {t('correct.open')}
      </button>
      {status.map((each) => (
        <button key={each} type="button" onClick={() => (opened.value = { what: 'report', id, status: each })}>
          {word('report', each)}
        </button>
      ))}
    </div>
  );
}

/** One report, with what it does, before it is said. */
export function ReportSheet({ id, status }: { readonly id: string; readonly status: string }) {
  void version.value;
  const saying = useSaying();
  const subject = subjectOf(id);
  if (!subject) {
    return null;
  }
  const { line: of, kind, body, owner, current } = subject.properties;
  const send = async () => {
    if (await saying.sayNow(of, (at) => ({ kind: 'status', about: current, body: { status, at: exact(at) } }))) {
      opened.value = undefined;
    }
  };
  return (
    <Sheet
      title={
        <>
          {word('report', status)} <Ltr>{current}</Ltr>
        </>
      }
    >
      <RecordText kind={kind} body={body ?? {}} by={owner} about={current} />
      <p class="effect">{t(status === 'withdrawn' ? 'report.effect-withdrawn' : 'sheet.effect-report')}</p>
      <div class="answers">
        <button type="button" class="main" data-first disabled={saying.busy.value} onKeyDown={(event) => event.repeat && event.preventDefault()} onClick={send}>
          {word('report', status)} <kbd>Enter</kbd>
        </button>
      </div>
      {saying.why.value ? <Failure why={saying.why.value} /> : null}
    </Sheet>
  );
}
