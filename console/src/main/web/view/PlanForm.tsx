import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Outcome, Statement } from '../api/types';
import { adding, drawn, met } from '../state/drawing';
import { meetsNobody } from '../state/endings';
import { isWhole, SHAPES, type Plan } from '../state/plan';
import { line } from '../state/store';
import { plain, t } from '../text/say';
import { Drawing } from './Drawing';
import { Endings } from './Endings';
import { Failure } from './Failure';
import { Choice, Field } from './Field';
import { useLooking } from './looking';
import { Met, Previewed } from './Previewed';
import { useSaying } from './saying';

interface Given {
  readonly plan: Plan;
  /** What the plan says as it now stands. */
  readonly statement: Statement;
  /** Which of the spaces of the statement the fields hold. */
  readonly place: number;
  /** Fields before those of the space. */
  readonly head?: ComponentChildren;
  /** What saying it does, before it is said. */
  readonly effect: ComponentChildren;
  readonly send: ComponentChildren;
  readonly mayNot?: boolean;
  readonly said: (outcome: Outcome) => void;
  /** What a second person has to release first. */
  readonly waits: string;
}

/** The space of an activity, typed or drawn; what it would meet is seen while it is written. */
export function PlanForm({ plan, statement, place, head, effect, send, mayNot = false, said, waits }: Given) {
  const saying = useSaying();
  const whole = useComputed(() => isWhole(plan));
  const { preview, wrong } = useLooking(whole.value && !mayNot ? statement : undefined);
  useEffect(() => {
    drawn.value = plan;
    return () => {
      drawn.value = undefined;
      adding.value = false;
    };
  }, [plan]);
  useEffect(() => {
    met.value = preview.value;
    return () => {
      met.value = undefined;
    };
  }, [preview.value]);
  const submit = async (event: Event) => {
    event.preventDefault();
    const id = line.value?.line;
    const basis = preview.value?.basis;
    const outcome = id ? await saying.say(id, { ...statement, ...(basis ? { basis } : {}) }) : undefined;
    if (outcome) {
      said(outcome);
    }
  };
  return (
    <form class="form notify" onSubmit={submit}>
      {head}
      <Space plan={plan} />
      <Drawing plan={plan} whole={whole.value} />
      {preview.value ? <Met of={preview.value} /> : null}
      {preview.value && !meetsNobody(preview.value) ? <Endings plan={plan} preview={preview.value} statement={statement} place={place} /> : null}
      {preview.value ? <Previewed of={preview.value} /> : null}
      {wrong.value ? <Failure why={wrong.value} /> : null}
      <p class="effect">{effect}</p>
      {waits ? (
        <p class="warn-text" role="status">
          {t('notify.waits', { draft: waits })}
        </p>
      ) : (
        <button type="submit" class="main" disabled={saying.busy.value || !whole.value || mayNot}>
          {send}
        </button>
      )}
      {saying.why.value ? <Failure why={saying.why.value} /> : null}
    </form>
  );
}

/** The shapes among which one can choose; one that has no fields here stays what it is. */
export function ShapeChoice({ plan }: { readonly plan: Plan }) {
  return plan.shape.value === 'kept' ? null : <Choice label={t('notify.shape')} of={plan.shape} choices={SHAPES.map((each) => [each, plain(`shape.${each}`)])} />;
}

function Space({ plan }: { readonly plan: Plan }) {
  const shape = plan.shape.value;
  const wide = shape === 'circle' ? 'field.radius' : 'field.halfWidth';
  return (
    <>
      {shape === 'kept' ? (
        <p class="note">{t('amend.kept')}</p>
      ) : (
        <Field label={t('notify.places')} of={plan.places} required dir="ltr" hint={plain(shape === 'circle' ? 'hint.place' : 'hint.places')} />
      )}
      <div class="columns">
        {shape === 'polygon' || shape === 'kept' ? null : <Field label={t(wide)} of={plan.width} required dir="ltr" hint={plain('hint.length')} />}
        <Field label={t('field.lower')} of={plan.lower} required dir="ltr" hint={plain('hint.height')} />
        <Field label={t('field.upper')} of={plan.upper} required dir="ltr" hint={plain('hint.height')} />
        <Field label={t('field.from')} of={plan.from} required dir="ltr" hint={plain('hint.time')} />
        <Field label={t('field.until')} of={plan.until} required dir="ltr" hint={plain('hint.time')} />
      </div>
    </>
  );
}
