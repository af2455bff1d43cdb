import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { readLength, readPlace } from '../geo/read';
import { sought } from '../map/measuring';
import { goTo } from '../map/ChartMap';
import type { Outcome } from '../api/types';
import { opened } from '../state/opened';
import { emptiedSite, isWholeSite, siteNotice, newSite } from '../state/site';
import { line, others, selected } from '../state/store';
import { plain, t, w, word } from '../text/say';
import { Failure } from './Failure';
import { Choice, Field } from './Field';
import { useLooking } from './looking';
import { Previewed } from './Previewed';
import { useSaying } from './saying';
import { Sheet } from './Sheets';

const SORTS = ['hospital', 'school', 'water', 'warehouse', 'office', 'shelter', 'cultural', 'worship', 'dam', 'nuclear', 'camp'] as const;

/** Notifying a site: whoever reads it holds the point for good, and is named before it is sent (W11). */
export function NotifySite() {
  const saying = useSaying();
  const waits = useSignal('');
  const whole = isWholeSite(newSite);
  const statement = siteNotice(newSite);
  const { preview, wrong } = useLooking(whole ? statement : undefined);
  const to = others.value;
  const at = readPlace(newSite.place.value);
  useEffect(() => {
    if (at) {
      goTo(at);
    }
    return () => {
      sought.value = undefined;
    };
  }, [at?.lat, at?.lon]);
  const said = (outcome: Outcome) => {
    if (outcome.draft) {
      waits.value = outcome.draft;
      return;
    }
    emptiedSite(newSite);
    selected.value = outcome.record;
    opened.value = undefined;
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const id = line.value?.line;
    const outcome = id ? await saying.say(id, statement) : undefined;
    if (outcome) {
      said(outcome);
    }
  };
  return (
    <Sheet title={t('chart.site')} beside>
      <form class="form" onSubmit={submit}>
        <Field label={t('notify.name')} of={newSite.name} required dir="auto" data-first />
        <Choice label={t('notify.sort')} of={newSite.sort} choices={SORTS.map((each) => [each, word('site', each)])} />
        <Field label={t('field.place')} of={newSite.place} required dir="ltr" hint={plain('hint.place')} />
        <div class="columns">
          <Field label={t('field.buffer')} of={newSite.buffer} required dir="ltr" hint={plain('hint.length')} aria-invalid={newSite.buffer.value !== '' && readLength(newSite.buffer.value) === undefined} />
          <Field label={t('field.validFrom')} of={newSite.from} required dir="ltr" hint={plain('hint.time')} />
          <Field label={t('field.validUntil')} of={newSite.until} required dir="ltr" hint={plain('hint.time')} />
        </div>
        {preview.value ? <Previewed of={preview.value} /> : null}
        {wrong.value ? <Failure why={wrong.value} /> : null}
        <p class="warn-text">{w('W11', { receivers: to.join(', ') })}</p>
        {waits.value ? (
          <p class="warn-text" role="status">
            {t('notify.waits', { draft: waits.value })}
          </p>
        ) : (
          <button type="submit" class="main" disabled={saying.busy.value || !whole}>
            {t('chart.site-send')}
          </button>
        )}
        {saying.why.value ? <Failure why={saying.why.value} /> : null}
      </form>
    </Sheet>
  );
}
