import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Conflict, Preview, Subject } from '../api/types';
import { at } from '../state/load';
import { amendment, changes, planOf, textsOf, volumesOf, type Before, type Plan } from '../state/plan';
import { CHANGED, CHANGES, resolution, type Change } from '../state/resolution';
import { line, subjectOf } from '../state/store';
import { exact } from '../time/format';
import { Ltr, plain, t, word } from '../text/say';
import { figures, label } from './ConflictLine';
import { Endings } from './Endings';
import { Failure } from './Failure';
import { Choice, Field } from './Field';
import { useLooking } from './looking';
import { useSaying } from './saying';

/** A proposal is to be decided within so long, unless somebody writes another time. */
const DECIDE = 30 * 60_000;

/** What would be said by the party that owes a change, as the node computes it. */
interface Trial {
  readonly plan: Plan;
  readonly before: Before;
  readonly old: ReturnType<typeof textsOf>;
}

/** A finding may name a space of an older version: then the first of the current one is tried. */
function trialOf(of: Subject, found: number): Trial {
  const place = found < volumesOf(of.properties.body).length ? found : 0;
  const plan = planOf(of, place);
  return { plan, before: { record: of.properties.current, body: of.properties.body ?? {}, place }, old: textsOf(plan) };
}

/** What was changed, in figures alone, which both languages read alike. */
function inFigures(name: string, of: ReturnType<typeof changes>): string {
  return of.length === 0 ? '' : `${name}: ${of.map(({ old, now }) => `${old} → ${now.trim()}`).join('; ')}`;
}

/** Proposing a way out of a conflict: it is tried by the node before it is said to anybody. */
export function Propose({ of, done }: { readonly of: Conflict; readonly done: () => void }) {
  const owners = [of.a, of.b].map((each) => subjectOf(each)?.properties.owner ?? '');
  const owes = useSignal(of.firstMove ?? owners.find((each) => each !== line.peek()?.me) ?? '');
  const change = useSignal<string>('level');
  const form = useRef<HTMLDivElement>(null);
  // Whoever opened it by a key goes on with keys; both sides' records may be far above.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'start' });
    form.current?.querySelector('select')?.focus();
  }, []);
  return (
    <div class="propose" ref={form}>
      <div class="columns">
        <Choice label={t('propose.change')} of={change} choices={CHANGES.filter((each) => each !== 'accepted-risk' || of.riskMayBeAccepted).map((each) => [each, word('change', each)])} />
        <Choice label={t('propose.owes')} of={owes} choices={owners.map((each) => [each, each])} />
      </div>
      <Proposing key={owes.value + change.value + of.finding.hash} of={of} kind={change.value as Change} owes={owes.value} done={done} />
    </div>
  );
}

interface Given {
  readonly of: Conflict;
  readonly kind: Change;
  readonly owes: string;
  readonly done: () => void;
}

function Proposing({ of, kind, owes, done }: Given) {
  const saying = useSaying();
  const isA = subjectOf(of.a)?.properties.owner === owes;
  const [own, other] = isA ? [of.a, of.b] : [of.b, of.a];
  const place = isA ? of.finding.volumeA : of.finding.volumeB;
  const subject = subjectOf(own);
  const trial = useMemo(() => subject && trialOf(subject, place), []);
  const written = useSignal<string | undefined>(undefined);
  const decideBy = useSignal(exact(at() + DECIDE));
  const fields = CHANGED[kind];
  const changed = trial ? changes(trial.old, textsOf(trial.plan)).filter(({ field }) => fields.some((each) => each === field)) : [];
  const statement = trial && changed.length > 0 ? amendment(trial.plan, trial.before) : undefined;
  const { preview, wrong } = useLooking(statement);
  const text = written.value ?? (fields.length === 0 ? `${label(own)}: ${word('change', kind)}` : inFigures(label(own), changed));
  const ended = fields.length === 0 || (preview.value !== undefined && !against(preview.value, other));
  const submit = async (event: Event) => {
    event.preventDefault();
    const said = { change: kind, owes, text, decideBy: decideBy.peek() };
    if (await saying.say(of.line, { ...resolution(of, said), precedence: 'IMMEDIATE' })) {
      done();
    }
  };
  if (!trial) {
    return null;
  }
  return (
    <form class="form" onSubmit={submit}>
      <div class="columns">
        {fields.map((each) => (each === 'width' && trial.plan.shape.value === 'polygon' ? null : <Field key={each} label={word('propose', each)} of={trial.plan[each]} dir="ltr" />))}
        <Field label={t('propose.decide-by')} of={decideBy} required dir="ltr" hint={plain('hint.time')} />
      </div>
      {preview.value ? <Tried of={preview.value} other={other} /> : null}
      {preview.value && statement && !ended ? <Endings plan={trial.plan} preview={preview.value} statement={statement} place={trial.before.place} /> : null}
      {wrong.value ? <Failure why={wrong.value} /> : null}
      <Words of={text} written={written} />
      <p class="effect">{t('propose.effect', { party: owes })}</p>
      <button type="submit" class="main" disabled={saying.busy.value || !ended || text.trim() === ''}>
        {t('propose.send')}
      </button>
      {saying.why.value ? <Failure why={saying.why.value} /> : null}
    </form>
  );
}

/** The words of a proposal: those that follow from what was changed, until somebody writes others. */
function Words({ of, written }: { readonly of: string; readonly written: Signal<string | undefined> }) {
  return (
    <div class="field">
      <label for="propose-text">{t('propose.text')}</label>
      <input id="propose-text" dir="auto" required value={of} onInput={(event) => (written.value = event.currentTarget.value)} />
    </div>
  );
}

function against(of: Preview, other: string) {
  return of.conflicts?.find((each) => each.with === other);
}

/** What the node finds with the change made: whether this conflict would end, and which others there would be. */
function Tried({ of, other }: { readonly of: Preview; readonly other: string }) {
  const still = against(of, other);
  const others = (of.conflicts ?? []).filter((each) => each.with !== other);
  return (
    <section class="preview" aria-live="polite">
      {still ? (
        <p class="bad-text">
          {t('propose.still')} <bdi>{figures(still)}</bdi>
        </p>
      ) : (
        <p>{t('propose.ends', { other: label(other) })}</p>
      )}
      {others.map((each) => (
        <p key={each.with} class="bad-text">
          <b>{t('conflict.word')}</b> <Ltr>{`${label(each.with)} ${each.owner ?? ''}`}</Ltr> · {figures(each)}
        </p>
      ))}
      {of.breaches?.map((each) => (
        <p key={each.what + each.of} class="warn-text">
          {word('breach', each.what)}
        </p>
      ))}
    </section>
  );
}
