import type { Duty } from '../api/types';
import { now } from '../state/clock';
import { fields } from '../state/activities';
import { opened } from '../state/opened';
import { conflicts, duties, overdue, selected, subjectOf, version } from '../state/store';
import { timer } from '../time/format';
import { Ltr, plain, t, w, word } from '../text/say';
import { ConflictLine } from './ConflictLine';

type Owed = Duty & { readonly line: string };

/** Opens a duty and shows what it is about. */
export function openDuty(of: Owed): void {
  selected.value = subjectOf(of.about)?.id ?? of.about;
  opened.value = { what: 'duty', line: of.line, about: of.about, duty: of.what };
}

/** The inbox: what this party owes, the next to be due first. It is derived; nobody keeps it. */
export function Duties() {
  return (
    <nav class="duties" aria-label={plain('duties.title')}>
      <h2>
        {t('duties.title')} <span class="count">{duties.value.length}</span>
      </h2>
      {duties.value.length === 0 ? <p class="note">{t('duties.none')}</p> : null}
      <ol>
        {duties.value.map((each, i) => (
          <Item key={each.line + each.about + each.what} of={each} place={i} />
        ))}
      </ol>
      <h2>
        {t('conflicts.title')} <span class="count">{conflicts.value.length}</span>
      </h2>
      {conflicts.value.length === 0 ? <p class="note">{t('conflicts.none')}</p> : null}
      <ul>
        {conflicts.value.map((each) => (
          <li key={each.id}>
            <ConflictLine of={each} />
          </li>
        ))}
      </ul>
      {overdue.value.length > 0 ? (
        <>
          <h2>{t('overdue.title')}</h2>
          <p class="warn-text">{w('W15')}</p>
          <ul class="names">
            {overdue.value.map((each) => (
              <li key={each.id}>
                <button type="button" class="row" onClick={() => (selected.value = each.id)}>
                  <Ltr>{`${each.id} ${each.name}`}</Ltr>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </nav>
  );
}

function Item({ of, place }: { readonly of: Owed; readonly place: number }) {
  void version.value;
  const due = of.due ? Date.parse(of.due) : undefined;
  const subject = subjectOf(of.about);
  const name = fields(subject?.properties.body)['name'];
  const left = due === undefined ? undefined : due - now.value;
  return (
    <li>
      <button type="button" class={`row duty stage-${of.stage}`} onClick={() => openDuty(of)}>
        <kbd class={place < 9 ? '' : 'blank'}>{place < 9 ? place + 1 : ''}</kbd>
        <span class="what">
          <b>{word('duty', of.what)}</b>
          <Ltr>
            {of.about}
            {typeof name === 'string' ? ` ${name}` : ''}
          </Ltr>
        </span>
        <span class="left">
          {left === undefined ? null : <Ltr>{timer(left)}</Ltr>}
          <small>{left !== undefined && left < 0 ? t('duties.late') : word('stage', of.stage)}</small>
        </span>
      </button>
    </li>
  );
}
