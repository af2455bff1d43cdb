import { useSignal } from '@preact/signals';
import type { Outcome } from '../api/types';
import { opened } from '../state/opened';
import { whenTaken } from '../state/outbox';
import { emptied, notice, notified } from '../state/plan';
import { others, selected } from '../state/store';
import { t, word } from '../text/say';
import { Choice, Field } from './Field';
import { PlanForm, ShapeChoice } from './PlanForm';
import { Sheet } from './Sheets';

const SORTS = ['air', 'uas', 'ground', 'sea', 'subsurface', 'fires-hazard', 'humanitarian', 'repair', 'sar', 'medevac', 'test', 'other'] as const;

whenTaken(({ kind, about, body }) => {
  if (kind === 'activity' && about === undefined && body['name'] === notified.name.peek()) {
    emptied(notified);
  }
});

/** Notifying an activity. */
export function Notify() {
  const waits = useSignal('');
  const said = (outcome: Outcome) => {
    if (outcome.draft) {
      waits.value = outcome.draft;
      return;
    }
    emptied(notified);
    selected.value = outcome.record;
    opened.value = undefined;
  };
  const to = others.value;
  return (
    <Sheet title={t('notify.title')} beside>
      <PlanForm
        plan={notified}
        statement={notice(notified)}
        place={0}
        head={
          <>
            {/* Before the first field, so that nobody who goes on from field to field passes it. */}
            <button type="button" class="quiet" onClick={() => (opened.value = { what: 'notify-site' })}>
              {t('chart.site-instead')} <kbd>P</kbd>
            </button>
            <div class="columns">
              <Field label={t('notify.name')} of={notified.name} required dir="ltr" data-first />
              <Choice label={t('notify.sort')} of={notified.sort} choices={SORTS.map((each) => [each, word('activity', each)])} />
              <ShapeChoice plan={notified} />
            </div>
          </>
        }
        effect={t('notify.effect', { to: to.join(', ') })}
        send={t('notify.send')}
        said={said}
        waits={waits.value}
      />
    </Sheet>
  );
}
