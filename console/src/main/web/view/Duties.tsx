import type { Duty } from '../api/types';
import { now } from '../state/clock';
import { fields } from '../state/activities';
import { choose } from '../state/load';
import { opened } from '../state/opened';
import { chosen, conflicts, duties, overdue, privateConflicts, selected, subjectOf, version } from '../state/store';
import { timer } from '../time/format';
import { Ltr, plain, t, w, word } from '../text/say';
import { ConflictLine, figures, label } from './ConflictLine';

type Owed = Duty & { readonly line: string };

/** Opens a duty and shows what it is about; a way out of a conflict is decided where both sides' records stand. */
export function openDuty(of: Owed): void {
  if (of.line !== chosen.peek()) {
    choose(of.line);
  }
  const conflict = of.what === 'decide' ? conflicts.peek().find((each) => each.resolutions?.includes(subjectOf(of.about)?.id ?? '')) : undefined;
  selected.value = conflict?.id ?? subjectOf(of.about)?.id ?? of.about;
  if (conflict) {
    opened.value = { what: 'conflict', id: conflict.id };
    return;
  }
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
      <Private />
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

/** Conflicts that nobody else is told of: across two lines (W18), or among one's own activities. */
function Private() {
  if (privateConflicts.value.length === 0) {
    return null;
  }
  return (
    <>
      <h2>
        {t('private.title')} <span class="count">{privateConflicts.value.length}</span>
      </h2>
      <ul>
        {privateConflicts.value.map((each) => (
          <li key={each.a.line + each.a.subject + each.b.line + each.b.subject}>
            <button type="button" class="row" onClick={() => (selected.value = each.a.subject)}>
              <span class="what">
                {each.across ? (
                  <span>{w('W18', { first: label(each.a.subject), firstLine: each.a.line.slice(0, 4), second: label(each.b.subject), secondLine: each.b.line.slice(0, 4) })}</span>
                ) : (
                  <b>
                    {t('private.own')} <Ltr>{`${label(each.a.subject)} × ${label(each.b.subject)}`}</Ltr>
                  </b>
                )}
                <span dir="auto">{figures(each)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
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
