import { missed, missedConflicts, missedRecords } from '../state/missed';
import { opened } from '../state/opened';
import { duties, selected, subjectOf } from '../state/store';
import { moment } from '../time/format';
import { fields } from '../state/activities';
import { Ltr, t, word } from '../text/say';
import { ageText } from '../text/values';
import { ConflictLine } from './ConflictLine';
import { Sheet } from './Sheets';

/** Says that nobody looked for a while: it stands in nobody's way, so that a duty is still one key away. */
export function MissedBanner() {
  const gap = missed.value;
  if (!gap) {
    return null;
  }
  return (
    <p class="banner" role="status">
      {t('missed.banner', { age: ageText(gap.until - gap.from), from: moment(gap.from), n: missedRecords.value.length, conflicts: missedConflicts.value.length })}{' '}
      <button type="button" onClick={() => (opened.value = { what: 'missed' })}>
        {t('missed.open')} <kbd>W</kbd>
      </button>{' '}
      <button type="button" class="quiet" onClick={() => (missed.value = undefined)}>
        {t('missed.away')}
      </button>
    </p>
  );
}

/** What others said while nobody looked, and what of it is still owed. */
export function MissedSheet() {
  const gap = missed.value;
  const all = missedRecords.value;
  return (
    <Sheet title={t('missed.title')} wide>
      {gap ? (
        <p>
          <Ltr>{`${moment(gap.from)} – ${moment(gap.until)}`}</Ltr>
        </p>
      ) : null}
      <p class="note">{t('missed.note')}</p>
      <p>{t('missed.duties', { n: duties.value.length })}</p>
      <ul>
        {missedConflicts.value.map((each) => (
          <li key={each.id}>
            <ConflictLine of={each} />
          </li>
        ))}
      </ul>
      <ul class="names">
        {all.map((each) => {
          const subject = subjectOf(each.record);
          const body = fields(each.body);
          const name = body['name'] ?? fields(subject?.properties.body)['name'];
          const says = typeof body['says'] === 'string' ? word('answer', body['says']) : typeof body['status'] === 'string' ? word('status', body['status']) : word('kind', each.kind);
          return (
            <li key={each.record}>
              <button type="button" class="row" onClick={() => (selected.value = subject?.id ?? each.about ?? each.record)}>
                <Ltr>{moment(Date.parse(each.at))}</Ltr> <Ltr>{each.record}</Ltr> <span>{says}</span> {typeof name === 'string' ? <Ltr>{name}</Ltr> : null}
                {each.about && !subject ? <Ltr>{each.about.slice(0, 24)}</Ltr> : null}
              </button>
            </li>
          );
        })}
      </ul>
      {all.length === 0 ? <p class="note">{t('missed.none')}</p> : null}
    </Sheet>
  );
}
