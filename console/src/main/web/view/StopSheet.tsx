import { useSignal } from '@preact/signals';
import { closing } from '../state/opened';
import { line, others } from '../state/store';
import { plain, t, word } from '../text/say';
import { Failure } from './Failure';
import { Choice, Field } from './Field';
import { useSaying } from './saying';
import { Sheet } from './Sheets';

const WHAT = ['our-people', 'protected-place', 'partner-force'] as const;

/** STOP: a deliberate act of two keys, Shift+S and Enter. The place may come later; nothing is asked back. */
export function StopSheet() {
  const saying = useSaying();
  const what = useSignal<string>(WHAT[0]);
  const place = useSignal('');
  const text = useSignal('');
  const send = async (event: Event) => {
    event.preventDefault();
    const of = line.value;
    const close = closing();
    const body = { what: what.value, ...(place.value.trim() ? { place: place.value.trim() } : {}), ...(text.value.trim() ? { text: text.value.trim() } : {}) };
    if (of && (await saying.say(of.line, { kind: 'stop', precedence: 'FLASH', body }))) {
      close();
    }
  };
  const to = others.value;
  return (
    <Sheet title={t('stop.title')} grave>
      <p class="effect">{t('stop.effect', { to: to.join(', ') })}</p>
      <form class="form" onSubmit={send} onKeyDown={(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}>
        <button type="submit" class="main stop-send" data-first disabled={saying.busy.value || !line.value}>
          {t('stop.send')} <kbd>Enter</kbd>
        </button>
        {saying.why.value ? <Failure why={saying.why.value} /> : null}
        <div class="columns">
          <Choice label={t('stop.what')} of={what} choices={WHAT.map((each) => [each, word('stopwhat', each)])} />
          <Field label={t('stop.place')} of={place} dir="ltr" hint={plain('hint.place')} />
          <Field label={t('stop.text')} of={text} dir="auto" />
        </div>
      </form>
    </Sheet>
  );
}
