import type { Correction } from '../api/types';
import { opened } from '../state/opened';
import { activityOf, conflicts, line, selected, session, subjectOf, version } from '../state/store';
import { Ltr, plain, t, w } from '../text/say';
import { Clock } from '../text/values';
import { ConflictLine } from './ConflictLine';
import { openConflict } from './ConflictSheet';
import { Reports } from './Report';
import { fieldName, RecordText } from './RecordText';
import { harmless } from '../text/harmless';
import { clock } from '../time/format';
import { drawn } from '../state/drawing';
import { isOverdue } from '../state/activities';
import { now } from '../state/clock';

/** What is in hand, beside the map: what a record says, or what two activities do to each other. */
export function Selected() {
  void version.value;
  const conflict = conflicts.value.find((each) => each.id === selected.value);
  const subject = selected.value && !conflict ? subjectOf(selected.value) : undefined;
  if (drawn.value || (!conflict && !subject)) {
    return null;
  }
  const activity = subject && activityOf(subject.id);
  return (
    <section class="selected" aria-label={plain('selected.title')}>
      <button type="button" class="quiet close" aria-label={plain('sheet.close')} onClick={() => (selected.value = undefined)}>
        ×
      </button>
      {conflict ? (
        <>
          <ConflictLine of={conflict} />
          <button type="button" onClick={openConflict}>
            {t('conflict.open')} <kbd>C</kbd>
          </button>
          {[conflict.a, conflict.b].map((each) => {
            const of = subjectOf(each);
            return of ? <RecordText key={each} kind={of.properties.kind} body={of.properties.body ?? {}} by={of.properties.owner} about={each} /> : <Ltr key={each}>{each}</Ltr>;
          })}
        </>
      ) : null}
      {subject ? (
        <>
          <RecordText kind={subject.properties.kind} body={subject.properties.body ?? {}} by={subject.properties.owner} about={subject.properties.current} />
          {subject.properties.corrections?.map((each) => <Corrected key={each.record} of={each} />)}
          {subject.withheld ? <p class="note">{t('selected.withheld')}</p> : null}
          {activity && isOverdue(activity, now.value) ? <p class="warn-text">{w('W15')}</p> : null}
          {subject.properties.owner === line.value?.me ? <Reports id={subject.id} /> : null}
          {typeof subject.properties.body?.['text'] === 'string' && session.value?.rights.includes('answer') ? (
            <button type="button" onClick={() => (opened.value = { what: 'ask', about: subject.id, kind: 'translation' })}>
              {t('translation.open')}
            </button>
          ) : null}
          {(subject.properties.conflicts ?? []).length === 0 && activity ? <NoneFound /> : null}
          {conflicts.value.filter((each) => each.a === subject.id || each.b === subject.id).map((each) => <ConflictLine key={each.id} of={each} />)}
        </>
      ) : null}
    </section>
  );
}

/** What its author has corrected. The record stays as it was said. */
export function Corrected({ of }: { readonly of: Correction }) {
  return (
    <p class="warn-text">
      <Ltr>{of.record}</Ltr> {t('correct.says', { party: of.by, at: clock(Date.parse(of.at)) })}{' '}
      {of.field === undefined ? t('entry.erased') : (
        <>
          {fieldName(of.field)}: <bdi>{harmless(of.right ?? '')}</bdi> {of.reason ? <bdi>{`(${harmless(of.reason)})`}</bdi> : null}
        </>
      )}
    </p>
  );
}

/** None was found: of what, from whom, how old. */
function NoneFound() {
  return (
    <>
      {line.value?.members.map(({ party, state }) =>
        state ? (
          <p class="note" key={party}>
            {state.heard ? t('selected.none', { party, at: <Clock at={Date.parse(state.heard)} /> }) : t('selected.none-heard', { party })}
          </p>
        ) : null,
      )}
    </>
  );
}
