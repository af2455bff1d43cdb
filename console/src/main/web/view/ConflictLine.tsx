import type { Conflict, Separation } from '../api/types';
import { now } from '../state/clock';
import { owed } from '../state/resolution';
import { activityOf, selected, subjectOf } from '../state/store';
import { window } from '../time/format';
import { Ltr, plain, t, w, word } from '../text/say';
import { distance, span } from '../text/values';

/** How near two volumes come, in figures: 0 m apart · 604 m of height shared · 60 min shared. */
export function figures(of: Separation): string {
  const parts = [plain('figures.apart', { n: distance(of.horizontal) })];
  const shared = of.overlap?.vertical;
  const feet = of.overlap?.verticalFeet;
  if (shared !== undefined) {
    parts.push(plain('figures.height-shared', { n: distance(shared) }));
  } else if (feet !== undefined) {
    parts.push(plain('figures.height-shared', { n: plain('unit.ft', { n: feet }) }));
  } else if (of.vertical !== undefined && of.vertical > 0) {
    parts.push(plain('figures.height-apart', { n: distance(of.vertical) }));
  }
  parts.push(
    of.overlap?.time !== undefined
      ? plain('figures.time-shared', { n: span(of.overlap.time) })
      : plain('figures.time-apart', { n: span(of.time) }),
  );
  return parts.join(' · ');
}

/** A conflict in words. */
export function ConflictLine({ of }: { readonly of: Conflict }) {
  const { from, until } = of.finding;
  const owner = of.firstMove;
  const owes = of.stand === 'agreed-not-done' ? owed(of, subjectOf) : undefined;
  return (
    <button
      type="button"
      class={`row conflict stand-${of.stand}${selected.value === of.id ? ' is-selected' : ''}`}
      aria-pressed={selected.value === of.id}
      onClick={() => (selected.value = selected.value === of.id ? undefined : of.id)}
    >
      <span class="what">
        <b>
          {t('conflict.word')}{' '}
          <Ltr>
            {label(of.a)} × {label(of.b)}
          </Ltr>
        </b>
        <span dir="auto">{figures(of.finding)}</span>
        <Ltr>{window(Date.parse(from), Date.parse(until), now.value)}</Ltr>
        {owes ? (
          <span class="warn-text">{w('W12', { party: owes.party, activity: label(owes.subject) })}</span>
        ) : (
          <small>
            {word('stand', of.stand)}
            {owner ? <> · {t('conflict.first-move', { party: owner })}</> : null}
          </small>
        )}
      </span>
    </button>
  );
}

/** A subject as people call it: the name that its owner gave, else that of its record. */
export function label(subject: string): string {
  return activityOf(subject)?.name ?? subjectOf(subject)?.id ?? subject;
}
