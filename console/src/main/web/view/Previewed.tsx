import type { KnownOfParty, Preview } from '../api/types';
import { now } from '../state/clock';
import { minute } from '../time/format';
import { Age, distance, Window } from '../text/values';
import { Ltr, t, w, word } from '../text/say';
import { figures, label } from './ConflictLine';

/** What a notice would conflict with; it stays in sight while a form is longer than its place, as when one draws. */
export function Met({ of }: { readonly of: Preview }) {
  const all = of.conflicts ?? [];
  return all.length === 0 ? null : (
    <section class="preview met" aria-live="polite">
      {all.map((each) => (
        <p key={each.with} class="bad-text">
          <b>{t('conflict.word')}</b> <Ltr>{`${label(each.with)} ${each.owner ?? ''}`}</Ltr> · {figures(each)}
        </p>
      ))}
    </section>
  );
}

/** What else would follow from a notice, before it is sent, and of what nothing was found. */
export function Previewed({ of }: { readonly of: Preview }) {
  const against = of.conflicts ?? [];
  return (
    <section class="preview" aria-live="polite">
      {of.seenBy.length > 0 ? <p>{t('preview.seen-by', { to: of.seenBy.join(', ') })}</p> : null}
      {of.breaches?.map((each) => (
        <p key={each.what + each.of} class="warn-text">
          {word('breach', each.what)}
        </p>
      ))}
      {of.matches?.map((each) => (
        <p key={each.of + each.place} class="warn-text">
          {t('preview.site', { of: each.of, n: distance(each.distance) })}
        </p>
      ))}
      {of.known
        ? Object.entries(of.known.parties).map(([party, known]) => (
            <KnownOf key={party} party={party} of={known} from={Date.parse(of.known?.from ?? '')} until={Date.parse(of.known?.until ?? '')} met={against.some((each) => each.owner === party)} />
          ))
        : null}
      <dl class="understood">
        {of.understood.map((each) => (
          <div key={each.field}>
            <dt>
              <Ltr>{each.given}</Ltr>
            </dt>
            <dd>
              <Ltr>{each.read.join(' · ')}</Ltr>
            </dd>
          </div>
        ))}
      </dl>
      {of.warnings.map((each) => (
        <p key={each.field + each.reason} class="warn-text">
          <Ltr>{`${each.field}: ${each.reason} → ${each.wayOut}`}</Ltr>
        </p>
      ))}
    </section>
  );
}

interface Given {
  readonly party: string;
  readonly of: KnownOfParty;
  readonly from: number;
  readonly until: number;
  /** Whether a conflict with this party was found: then no sentence says that none was. */
  readonly met: boolean;
}

/** W1, W2 or W2b: what may be said where none was found. */
function KnownOf({ party, of, from, until, met }: Given) {
  const when = <Window from={from} until={until} now={now.value} />;
  if (met) {
    return null;
  }
  if (of.complete) {
    return (
      <p class="known">
        {w('W1', {
          party,
          through: of.through ?? of.complete.record,
          age: <Age millis={(of.age ?? 0) * 1_000} />,
          until: <Ltr>{minute(Date.parse(of.complete.until))}</Ltr>,
        })}
      </p>
    );
  }
  return (
    <p class="known unknown">
      {of.says === 'unknown-none-notified' ? w('W2', { party, when }) : w('W2b', { party, when, count: of.activities.length })}
    </p>
  );
}
