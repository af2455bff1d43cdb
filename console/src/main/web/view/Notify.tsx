import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { post } from '../api/client';
import type { Body, Preview, Statement } from '../api/types';
import { opened } from '../state/opened';
import { remembered } from '../state/remembered';
import { line, selected } from '../state/store';
import { plain, t, word } from '../text/say';
import { Failure } from './Failure';
import { Choice, Field } from './Field';
import { Previewed } from './Previewed';
import { useSaying } from './saying';
import { Sheet } from './Sheets';

const SORTS = ['air', 'uas', 'ground', 'sea', 'subsurface', 'fires-hazard', 'humanitarian', 'repair', 'sar', 'medevac', 'test', 'other'] as const;
const SHAPES = ['circle', 'corridor', 'polygon'] as const;

/** What was written and not sent. */
const sort = remembered<string>('notify.sort', 'air');
const name = remembered('notify.name', '');
const shape = remembered<string>('notify.shape', 'circle');
const places = remembered('notify.places', '');
const width = remembered('notify.width', '');
const lower = remembered('notify.lower', '');
const upper = remembered('notify.upper', '');
const from = remembered('notify.from', '');
const until = remembered('notify.until', '');
const WRITTEN = [name, places, width, lower, upper, from, until];

/** The preview is asked for so long after the last key. */
const PAUSE = 400;

function geometry(): Body {
  const all = places.value.split(/[;\n]/).map((each) => each.trim()).filter(Boolean);
  const size = width.value.trim();
  switch (shape.value) {
    case 'corridor':
      return { geometry: { type: 'LineString', coordinates: all }, halfWidth: size };
    case 'polygon':
      return { geometry: { type: 'Polygon', coordinates: [[...all, all[0] ?? '']] } };
    default:
      return { geometry: { type: 'Point', coordinates: all[0] ?? '' }, radius: size };
  }
}

function statement(): Statement {
  return {
    kind: 'activity',
    body: {
      activity: sort.value,
      name: name.value,
      volumes: [{ ...geometry(), lower: lower.value, upper: upper.value, from: from.value, until: until.value }],
    },
  };
}

/** Notifying an activity: what it would meet is seen while it is written. */
export function Notify() {
  const saying = useSaying();
  const preview = useSignal<Preview | undefined>(undefined);
  const wrong = useSignal<unknown>(undefined);
  const waits = useSignal('');
  const whole = useComputed(() => WRITTEN.every((each) => each.value.trim() || (each === width && shape.value === 'polygon')));
  const of = JSON.stringify(statement());
  useEffect(() => {
    const id = line.peek()?.line;
    if (!whole.peek() || !id) {
      preview.value = undefined;
      return undefined;
    }
    const timer = setTimeout(() => {
      post<Preview>(`lines/${id}/preview`, statement()).then(
        (seen) => {
          preview.value = seen;
          wrong.value = undefined;
        },
        (why: unknown) => {
          preview.value = undefined;
          wrong.value = why;
        },
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [of]);
  const submit = async (event: Event) => {
    event.preventDefault();
    const id = line.value?.line;
    const basis = preview.value?.basis;
    const outcome = id ? await saying.say(id, { ...statement(), ...(basis ? { basis } : {}) }) : undefined;
    if (outcome?.draft) {
      waits.value = outcome.draft;
    } else if (outcome) {
      WRITTEN.forEach((each) => (each.value = ''));
      selected.value = outcome.record;
      opened.value = undefined;
    }
  };
  const to = line.value?.members.map((each) => each.party).filter((each) => each !== line.value?.me) ?? [];
  return (
    <Sheet title={t('notify.title')}>
      <form class="form notify" onSubmit={submit}>
        <div class="columns">
          <Field label={t('notify.name')} of={name} required dir="ltr" data-first />
          <Choice label={t('notify.sort')} of={sort} choices={SORTS.map((each) => [each, word('activity', each)])} />
          <Choice label={t('notify.shape')} of={shape} choices={SHAPES.map((each) => [each, plain(`shape.${each}`)])} />
        </div>
        <Field label={t('notify.places')} of={places} required dir="ltr" hint={plain(shape.value === 'circle' ? 'hint.place' : 'hint.places')} />
        <div class="columns">
          {shape.value === 'polygon' ? null : <Field label={t(shape.value === 'circle' ? 'field.radius' : 'field.halfWidth')} of={width} required dir="ltr" hint={plain('hint.length')} />}
          <Field label={t('field.lower')} of={lower} required dir="ltr" hint={plain('hint.height')} />
          <Field label={t('field.upper')} of={upper} required dir="ltr" hint={plain('hint.height')} />
          <Field label={t('field.from')} of={from} required dir="ltr" hint={plain('hint.time')} />
          <Field label={t('field.until')} of={until} required dir="ltr" hint={plain('hint.time')} />
        </div>
        {preview.value ? <Previewed of={preview.value} /> : null}
        {wrong.value ? <Failure why={wrong.value} /> : null}
        <p class="effect">{t('notify.effect', { to: to.join(', ') })}</p>
        {waits.value ? (
          <p class="warn-text" role="status">
            {t('notify.waits', { draft: waits.value })}
          </p>
        ) : (
          <button type="submit" class="main" disabled={saying.busy.value || !whole.value}>
            {t('notify.send')}
          </button>
        )}
        {saying.why.value ? <Failure why={saying.why.value} /> : null}
      </form>
    </Sheet>
  );
}
