import type { Measure, Subject } from '../api/types';
import { shown } from '../geo/coordinates';
import { isWithdrawn, sidesOf } from '../state/measures';
import { form } from '../state/settings';
import { measures, selected, subjects } from '../state/store';
import { Ltr, plain, t, word } from '../text/say';
import { distance } from '../text/values';

/** Sites and control measures: what is on the map whatever the time, for who reads. */
export function Standing() {
  const sites = subjects.value.filter((each) => each.properties.kind === 'site');
  if (sites.length + measures.value.length === 0) {
    return null;
  }
  return (
    <table class="standing">
      <caption>{t('chart.standing')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.name')}</th>
          <th scope="col">{t('table.party')}</th>
          <th scope="col">{t('table.kind')}</th>
          <th scope="col">{t('field.place')}</th>
          <th scope="col">{t('field.buffer')}</th>
        </tr>
      </thead>
      <tbody>
        {measures.value.map((each) => (
          <MeasureRow key={each.name} of={each} />
        ))}
        {sites.map((each) => (
          <SiteRow key={each.id} of={each} />
        ))}
      </tbody>
    </table>
  );
}

function MeasureRow({ of }: { readonly of: Measure }) {
  const { left, right } = sidesOf(of);
  return (
    <tr>
      <th scope="row">
        <Ltr>{of.name}</Ltr>
      </th>
      <td />
      <td>{word('measure', of.measure)}</td>
      <td colSpan={2}>
        {left.length > 0 ? <div>{t('chart.left', { parties: left.join(', ') })}</div> : null}
        {right.length > 0 ? <div>{t('chart.right', { parties: right.join(', ') })}</div> : null}
      </td>
    </tr>
  );
}

function SiteRow({ of }: { readonly of: Subject }) {
  const body = of.properties.body ?? {};
  const [lon = 0, lat = 0] = of.geometry?.type === 'Point' ? of.geometry.coordinates : [];
  return (
    <tr class={selected.value === of.id ? 'is-selected' : ''}>
      <th scope="row">
        <button type="button" class="link" onClick={() => (selected.value = of.id)}>
          <Ltr>{String(body['name'] ?? of.id)}</Ltr>
        </button>
        <small>
          <Ltr>{of.id}</Ltr>
        </small>
      </th>
      <td>
        <Ltr>{of.properties.owner}</Ltr>
      </td>
      <td>
        {word('site', String(body['site'] ?? 'site'))}
        {isWithdrawn(of) ? <> · {word('status', 'withdrawn')}</> : null}
      </td>
      <td>{of.geometry ? <Ltr>{shown({ lon, lat }, form.value)}</Ltr> : plain('selected.withheld')}</td>
      <td>{typeof body['buffer'] === 'number' ? <Ltr>{distance(body['buffer'])}</Ltr> : null}</td>
    </tr>
  );
}
