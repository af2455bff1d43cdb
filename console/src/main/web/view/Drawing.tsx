import { adding, begin, drop } from '../state/drawing';
import { placesIn, type Plan } from '../state/plan';
import { centre } from '../state/settings';
import { Ltr, plain, t } from '../text/say';

function toggle(): void {
  if (adding.peek()) {
    adding.value = false;
  } else {
    centre.value = 'map';
    begin();
  }
}

/** Drawing on the map, and the places one by one for who takes one away by keyboard. */
export function Drawing({ plan, whole }: { readonly plan: Plan; readonly whole: boolean }) {
  const all = placesIn(plan.places.value);
  if (plan.shape.value === 'kept') {
    return null;
  }
  return (
    <div class="drawing">
      <button type="button" aria-pressed={adding.value} onClick={toggle}>
        {t('draw.open')}
      </button>
      <small>{t(adding.value ? (plan.shape.value === 'circle' ? 'draw.circle' : 'draw.places') : 'draw.dots')}</small>
      {all.length > 0 && !whole ? <small class="warn-text">{t('draw.missing')}</small> : null}
      {plan.shape.value === 'circle' || all.length === 0 ? null : (
        <ol class="vertices">
          {all.map((each, i) => (
            <li key={i}>
              <small>{i + 1}</small> <Ltr>{each}</Ltr>
              <button type="button" class="quiet" aria-label={plain('draw.drop', { place: each })} onClick={() => drop(i)}>
                ×
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
