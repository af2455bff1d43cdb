import { plain, Ltr, t } from '../text/say';
import { shown } from '../geo/coordinates';
import { legs, measured, stations } from '../state/measuring';
import { form } from '../state/settings';
import { lengthText, wayText } from '../text/way';
import { Field } from './Field';
import { Sheet } from './Sheets';

/** Measuring between places, pressed on the map or typed. */
export function Measure() {
  const all = legs(stations.value);
  const total = all.every((each) => each.way) ? all.reduce((sum, each) => sum + (each.way?.metres ?? 0), 0) : undefined;
  return (
    <Sheet title={t('chart.measure')} beside>
      <Field label={t('notify.places')} of={measured} dir="ltr" data-first hint={plain('hint.places')} aria-invalid={stations.value.includes(undefined)} />
      <small>{t('chart.measure-how')}</small>
      {stations.value.includes(undefined) ? <p class="warn-text">{t('chart.unread')}</p> : null}
      <ol class="legs" aria-live="polite">
        {all.map((each, i) => (
          <li key={i}>
            <small>
              <Ltr>{shown(each.from, form.value)}</Ltr> → <Ltr>{shown(each.to, form.value)}</Ltr>
            </small>
            <b>
              <bdi>{wayText(each.way)}</bdi>
            </b>
          </li>
        ))}
      </ol>
      {all.length > 1 && total !== undefined ? (
        <p>
          {t('chart.total')} <bdi>{lengthText(total)}</bdi>
        </p>
      ) : null}
      <small>{t('chart.measure-note')}</small>
      <button type="button" disabled={measured.value === ''} onClick={() => (measured.value = '')}>
        {t('chart.empty')}
      </button>
    </Sheet>
  );
}
