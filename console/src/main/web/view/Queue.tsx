import { exactly, now } from '../state/clock';
import { BY_ITSELF, drop, outbox, sendAgain, shownTo, type Kept } from '../state/outbox';
import { queue, type Underway } from '../state/queue';
import { linked, selected, session, subjectOf } from '../state/store';
import { fields } from '../state/activities';
import { Ltr, t, word } from '../text/say';
import { Clock } from '../text/values';

/** What was said at this desk and waits: for our own node, or for the machine of another. */
export function Queue() {
  const own = shownTo(session.value?.account ?? '', outbox.value, now.value);
  if (own.length === 0 && queue.value.length === 0) {
    return null;
  }
  return (
    <section class="drafts queue" aria-labelledby="queue-title">
      <h3 id="queue-title">{t('queue.title')}</h3>
      <ul>
        {own.map((each) => (
          <Own key={each.key} of={each} />
        ))}
        {queue.value.map((each) => (
          <Theirs key={each.record.record} of={each} />
        ))}
      </ul>
    </section>
  );
}

/** By what it is known to a person: its name, or the beginning of its words. */
function called(body: unknown): string {
  const of = fields(body);
  const found = [of['name'], of['template'], of['says'], of['status'], of['text']].find((each) => typeof each === 'string');
  return String(found ?? '').slice(0, 40);
}

function Own({ of }: { readonly of: Kept }) {
  const waits = of.taken === undefined && of.refused === undefined;
  const isOld = exactly() - of.at >= BY_ITSELF;
  return (
    <li class={waits ? 'waits-here' : ''}>
      <span>
        {word('kind', of.statement.kind)} <Ltr>{called(of.statement.body)}</Ltr>{' '}
        {of.taken !== undefined ? t('queue.taken', { record: of.taken }) : t('queue.own', { at: <Clock at={of.at} /> })}
        {waits ? <small>{t(isOld ? 'queue.old' : 'queue.again')}</small> : null}
        {of.refused !== undefined ? (
          <small class="bad-text">
            {t('queue.refused')} <Ltr>{of.refused}</Ltr>
          </small>
        ) : null}
      </span>
      {waits && isOld ? (
        <button type="button" disabled={!linked.value} onClick={() => void sendAgain(of)}>
          {t('queue.send')}
        </button>
      ) : null}
      <button type="button" class="quiet" onClick={() => drop(of.key)}>
        {t('queue.drop')}
      </button>
    </li>
  );
}

function Theirs({ of }: { readonly of: Underway }) {
  const { record, kind, body, at } = of.record;
  return (
    <li>
      <button type="button" class="link" onClick={() => (selected.value = subjectOf(record)?.id ?? record)}>
        <Ltr>{record}</Ltr>
      </button>
      <span>
        {word('kind', kind)} <Ltr>{called(body)}</Ltr> <Clock at={Date.parse(at)} />
        <small>{t('delivery.waits', { party: of.lacking.join(', ') })}</small>
      </span>
    </li>
  );
}
