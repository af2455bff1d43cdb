import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { post } from '../api/client';
import type { Subject } from '../api/types';
import { writtenPlace } from '../geo/coordinates';
import { readLength } from '../geo/read';
import { pointed } from '../map/ChartMap';
import { now } from '../state/clock';
import { opened } from '../state/opened';
import { line, selected, session } from '../state/store';
import { Ltr, plain, t, w, word } from '../text/say';
import { ageText, distance } from '../text/values';
import { Failure } from './Failure';
import { Field } from './Field';
import { Sheet } from './Sheets';

interface Nearby {
  readonly within: number;
  readonly listAsOf?: string;
  readonly items: readonly { readonly distance: number; readonly version: string; readonly subject: Subject }[];
}

/** Which notified sites and declared areas are near to the place under the pointer, or to one that is typed. The node keeps that somebody looked. */
export function Near() {
  const place = useSignal(writtenPlace(pointed.peek()));
  const within = useSignal('500 m');
  const answer = useSignal<Nearby | undefined>(undefined);
  const why = useSignal<unknown>(undefined);
  const may = session.value?.rights.includes('read-sites');
  const ask = async () => {
    const metres = readLength(within.value);
    answer.value = undefined;
    why.value = undefined;
    try {
      answer.value = await post<Nearby>(`lines/${line.peek()?.line ?? ''}/near`, { place: place.value, ...(metres === undefined ? {} : { within: metres }) });
    } catch (refused) {
      why.value = refused;
    }
  };
  useEffect(() => {
    if (may) {
      void ask();
    }
  }, []);
  const submit = (event: Event) => {
    event.preventDefault();
    void ask();
  };
  return (
    <Sheet title={t('chart.near')} beside>
      {may ? null : <p class="warn-text">{t('chart.near-may-not')}</p>}
      <form class="form" onSubmit={submit}>
        <div class="columns">
          <Field label={t('field.place')} of={place} required dir="ltr" data-first hint={plain('hint.place')} />
          <Field label={t('chart.within')} of={within} required dir="ltr" hint={plain('hint.length')} />
        </div>
        <button type="submit" disabled={!may}>
          {t('chart.look')} <kbd>Enter</kbd>
        </button>
      </form>
      <div aria-live="polite">{answer.value ? <Answer of={answer.value} /> : null}</div>
      {why.value ? <Failure why={why.value} /> : null}
      <small>{t('chart.near-note')}</small>
    </Sheet>
  );
}

function Answer({ of }: { readonly of: Nearby }) {
  return (
    <>
      <ul class="finds">
        {of.items.map((each) => (
          <li key={each.subject.id}>
            <Item of={each} />
          </li>
        ))}
      </ul>
      {of.items.some((each) => each.subject.properties.kind === 'site') ? null : <NoSite of={of} />}
    </>
  );
}

function Item({ of: { distance: metres, subject } }: { readonly of: Nearby['items'][number] }) {
  const body = subject.properties.body ?? {};
  const sort = subject.properties.kind === 'site' ? word('site', String(body['site'])) : word('activity', String(body['area']));
  const open = () => {
    selected.value = subject.id;
    opened.value = undefined;
  };
  return (
    <button type="button" class="row" onClick={open}>
      <span class="what">
        <b>
          <Ltr>{String(body['name'] ?? subject.id)}</Ltr>
        </b>
        <small>
          {sort} <Ltr>{subject.properties.owner}</Ltr>
        </small>
      </span>
      <bdi>{distance(metres)}</bdi>
    </button>
  );
}

/** None was found: within what, by a list how old, and what that does not say (W10). */
function NoSite({ of }: { readonly of: Nearby }) {
  const radius = distance(of.within);
  return <p class="warn-text">{of.listAsOf ? w('W10', { radius, age: ageText(Math.max(0, now.peek() - Date.parse(of.listAsOf))) }) : t('chart.never', { radius })}</p>;
}
