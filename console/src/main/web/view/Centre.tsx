import { useSignal } from '@preact/signals';
import { ChartMap, fitAll, goTo, pointedText, scale } from '../map/ChartMap';
import { FORMS, type Form } from '../geo/coordinates';
import { scaleBar } from '../geo/scale';
import { readPlace } from '../geo/read';
import { opened } from '../state/opened';
import { borders, centre, form, grid, GRIDS, ownMap } from '../state/settings';
import { heights, node } from '../state/store';
import { plain, t } from '../text/say';
import { distance } from '../text/values';
import { Selected } from './Selected';
import { Table } from './Table';

/** The map, or the same as a table; above it what both show. */
export function Centre() {
  return (
    <>
      <div class="toolbar" role="toolbar" aria-label={plain('centre.tools')}>
        <div class="switch" role="group" aria-label={plain('centre.view')}>
          <button type="button" aria-pressed={centre.value === 'map'} onClick={() => (centre.value = 'map')}>
            {t('centre.map')}
          </button>
          <button type="button" aria-pressed={centre.value === 'table'} onClick={() => (centre.value = 'table')}>
            {t('centre.table')} <kbd>T</kbd>
          </button>
        </div>
        <Heights />
        <label class="tick">
          <input type="checkbox" checked={borders.value} onChange={(event) => (borders.value = event.currentTarget.checked)} />
          {t('map.borders')}
        </label>
        {node.value?.map ? (
          <label class="tick">
            <input type="checkbox" checked={ownMap.value} onChange={(event) => (ownMap.value = event.currentTarget.checked)} />
            {t('chart.own')}
          </label>
        ) : null}
        <label class="tick">
          {t('map.grid')}
          <select value={grid.value} onChange={(event) => (grid.value = event.currentTarget.value as (typeof GRIDS)[number])}>
            {GRIDS.map((each) => (
              <option key={each} value={each}>
                {plain(`chart.grid-${each}`)}
              </option>
            ))}
          </select>
          <kbd>K</kbd>
        </label>
        {centre.value === 'map' ? (
          <button type="button" onClick={fitAll}>
            {t('map.all')}
          </button>
        ) : null}
      </div>
      <div class="stage">
        {centre.value === 'map' ? <ChartMap /> : <Table />}
        <Selected />
        {centre.value === 'map' ? <Tools /> : null}
        {centre.value === 'map' ? <Coordinates /> : null}
      </div>
    </>
  );
}

/** Metres; an empty field is no bound. */
function bound(text: string, none: number): number {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? none : number;
}

function Heights() {
  const low = useSignal('');
  const high = useSignal('');
  const apply = () => {
    heights.value = [bound(low.value, -Infinity), bound(high.value, Infinity)];
  };
  return (
    <div class="heights" role="group" aria-label={plain('heights.title')}>
      <span>{t('heights.title')}</span>
      {[low, high].map((of, i) => (
        <input
          key={i}
          type="number"
          step={100}
          dir="ltr"
          aria-label={plain(i === 0 ? 'heights.low' : 'heights.high')}
          placeholder={i === 0 ? '−∞' : '+∞'}
          value={of.value}
          onInput={(event) => {
            of.value = event.currentTarget.value;
            apply();
          }}
        />
      ))}
      <bdi>{plain('unit.metre')}</bdi>
    </div>
  );
}

/** The pointed place in any form; a place that is typed or pasted in is gone to. */
function Coordinates() {
  const typed = useSignal('');
  const wrong = useSignal(false);
  const go = (event: Event) => {
    event.preventDefault();
    const place = readPlace(typed.value);
    wrong.value = place === undefined;
    if (place) {
      goTo(place);
    }
  };
  return (
    <form class="coordinates" dir="ltr" onSubmit={go}>
      <select aria-label={plain('coordinates.form')} value={form.value} onChange={(event) => (form.value = event.currentTarget.value as Form)}>
        {FORMS.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      <output>{pointedText()}</output>
      {scale.value > 0 ? <Scale metresPerPixel={scale.value} /> : null}
      <input aria-label={plain('coordinates.go')} placeholder={plain('coordinates.go')} aria-invalid={wrong.value} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} />
    </form>
  );
}

/** What can be asked of the map, each by its key too. */
function Tools() {
  return (
    <div class="map-tools" role="group" aria-label={plain('chart.tools')}>
      <button type="button" onClick={() => (opened.value = { what: 'find' })}>
        {t('chart.find')} <kbd>/</kbd>
      </button>
      <button type="button" onClick={() => (opened.value = { what: 'near' })}>
        {t('chart.near')} <kbd>X</kbd>
      </button>
      <button type="button" onClick={() => (opened.value = { what: 'measure' })}>
        {t('chart.measure')} <kbd>Z</kbd>
      </button>
    </div>
  );
}

/** How long a round number of metres is in the middle of the map. */
function Scale({ metresPerPixel }: { readonly metresPerPixel: number }) {
  const { metres, pixels } = scaleBar(metresPerPixel);
  return (
    <span class="scale" role="img" aria-label={plain('chart.scale', { n: distance(metres) })}>
      <span style={{ width: `${pixels}px` }} />
      <bdi>{distance(metres)}</bdi>
    </span>
  );
}
