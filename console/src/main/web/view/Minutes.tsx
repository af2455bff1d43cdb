import { useSignal } from '@preact/signals';
import { BEARERS } from '../state/calling';
import { line, session } from '../state/store';
import { exact } from '../time/format';
import { phrase, plain, t } from '../text/say';
import { Failure } from './Failure';
import { Choice, Field } from './Field';
import { useSaying } from './saying';

/** Times are written to the second, and a call has some length. */
const SECOND = 1_000;
/** What was not decided by then is not agreed. */
const DECIDED_WITHIN = 24 * 3_600_000;

/** The record of a call, which the others initial: it is proposed, and agreed when each has accepted it. */
export function Minutes({ begun, parties }: { readonly begun: number; readonly parties: readonly string[] }) {
  const saying = useSaying();
  const bearer = useSignal<string>('telephone');
  const from = useSignal(exact(begun));
  const until = useSignal('');
  const participants = useSignal([...(session.value ? [session.value.officer] : []), ...parties].join(', '));
  const summary = useSignal('');
  const actions = useSignal('');
  const told = useSignal('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const of = line.value;
    const body = (at: number) => ({
      bearer: bearer.value,
      begun: from.value,
      ended: until.value.trim() || exact(Math.max(at, begun + SECOND)),
      participants: listed(participants.value, ','),
      summary: summary.value,
      ...(actions.value.trim() ? { actions: listed(actions.value, ';') } : {}),
      decideBy: exact(at + DECIDED_WITHIN),
    });
    const outcome = of && (await saying.sayNow(of.line, (at) => ({ kind: 'call-record', body: body(at) })));
    if (outcome) {
      told.value = outcome.record ?? outcome.draft ?? '';
      summary.value = '';
      actions.value = '';
    }
  };
  return (
    <details>
      <summary>{t('minutes.title')}</summary>
      <form class="form" onSubmit={submit}>
        <div class="columns">
          <Choice label={t('field.bearer')} of={bearer} choices={BEARERS.map((each) => [each, phrase(`bearer.${each}`, each)])} />
          <Field label={t('field.begun')} of={from} dir="ltr" required />
          <Field label={t('field.ended')} of={until} dir="ltr" hint={plain('call.when-hint')} />
          <Field label={t('field.participants')} of={participants} dir="auto" required />
        </div>
        <Field label={t('field.summary')} of={summary} dir="auto" required />
        <Field label={t('field.actions')} of={actions} dir="auto" hint={plain('minutes.actions-hint')} />
        <p class="effect">{t('minutes.effect', { to: parties.join(', ') })}</p>
        <button type="submit" disabled={saying.busy.value || !line.value || !session.value?.rights.includes('send')}>
          {t('minutes.send')}
        </button>
        {told.value ? (
          <p class="note" role="status">
            {t('call.entered', { record: told.value })}
          </p>
        ) : null}
        {saying.why.value ? <Failure why={saying.why.value} /> : null}
      </form>
    </details>
  );
}

function listed(text: string, by: string): readonly string[] {
  return text.split(by).map((each) => each.trim()).filter(Boolean);
}
