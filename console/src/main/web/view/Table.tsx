import { now, shownAt } from '../state/clock';
import { isEndedBy, isOverdue, isStarted, reportedBy, type Activity } from '../state/activities';
import { activities, byBeginning, conflicts, current, selected } from '../state/store';
import { window } from '../time/format';
import { Ltr, plain, t, w, word } from '../text/say';
import { ConflictLine, label } from './ConflictLine';
import { Standing } from './Standing';

/** Rows that are shown: a page is for people, and nobody reads ten thousand. */
const MOST = 500;

/** The same as the map, for who reads: everything that counts at the shown instant, then what comes. */
export function Table() {
  const active = new Set(current.value.map((each) => each.id));
  const later = activities.value.filter((each) => !active.has(each.id) && each.from > shownAt.value && !isEndedBy(each, shownAt.value));
  const rows = [...current.value.toSorted(byBeginning), ...later];
  return (
    <div class="table" tabIndex={0} role="region" aria-label={plain('table.title')}>
      {conflicts.value.length > 0 ? (
        <section aria-label={plain('conflicts.title')}>
          {conflicts.value.map((each) => (
            <ConflictLine key={each.id} of={each} />
          ))}
        </section>
      ) : null}
      <table>
        <caption>{t('table.caption', { n: current.value.length, later: later.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.name')}</th>
            <th scope="col">{t('table.party')}</th>
            <th scope="col">{t('table.kind')}</th>
            <th scope="col">{t('table.heights')}</th>
            <th scope="col">{t('table.window')}</th>
            <th scope="col">{t('table.state')}</th>
            <th scope="col">{t('table.conflicts')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((each) => (
            <Row key={each.id} of={each} active={active.has(each.id)} />
          ))}
        </tbody>
      </table>
      <Standing />
      {rows.length > MOST ? <p class="note">{t('table.more', { n: rows.length - MOST })}</p> : null}
    </div>
  );
}

function state(of: Activity, active: boolean): string {
  if (isEndedBy(of, shownAt.value)) {
    return word('status', reportedBy(of, shownAt.value) ?? '');
  }
  return isStarted(of, shownAt.value) ? word('status', 'started') : plain(active ? 'state.window-open' : 'state.planned');
}

function Row({ of, active }: { readonly of: Activity; readonly active: boolean }) {
  const first = of.volumes[0];
  const others = conflicts.value.filter((each) => each.a === of.id || each.b === of.id).map((each) => label(each.a === of.id ? each.b : each.a));
  return (
    <tr class={`${selected.value === of.id ? 'is-selected' : ''}${active ? '' : ' later'}`}>
      <th scope="row">
        <button type="button" class="link" onClick={() => (selected.value = of.id)}>
          <Ltr>{of.name}</Ltr>
        </button>
        <small>
          <Ltr>{of.id}</Ltr>
        </small>
      </th>
      <td>
        <Ltr>
          {of.owner}
          {of.onBehalfOf ? ` / ${of.onBehalfOf}` : ''}
        </Ltr>
      </td>
      <td>{word('activity', of.sort)}</td>
      <td>
        <Ltr>{`${first?.lower ?? ''} … ${first?.upper ?? ''}`}</Ltr>
      </td>
      <td>
        <Ltr>{window(of.from, Number.isFinite(of.until) ? of.until : of.from, now.value)}</Ltr>
      </td>
      <td>{isOverdue(of, shownAt.value) ? <span class="warn-text">{w('W15')}</span> : state(of, active)}</td>
      <td>{others.length > 0 ? <b class="bad-text"><Ltr>{others.join(', ')}</Ltr></b> : t('table.none-found')}</td>
    </tr>
  );
}
