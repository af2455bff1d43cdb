import type { Alarm } from '../api/types';
import { audible, enable, silence, silenced, sounding } from '../state/sound';
import { alarms, conflicts, duties, selected, subjectOf } from '../state/store';
import { Ltr, t, word } from '../text/say';
import { label } from './ConflictLine';
import { openDuty } from './Duties';

/** What sounds, over the bottom and never in the way: silencing one's own sound and acknowledging are two things. */
export function AlarmStrip() {
  const { items, withinHour, mostPerHour } = alarms.value;
  return (
    <section class={`alarms${items.length > 0 ? ' sounding' : ''}`} aria-live="assertive" aria-atomic="false">
      {audible.value ? null : (
        <button type="button" class="sound-off" onClick={enable}>
          {t('sound.blocked')}
        </button>
      )}
      {items.map((each) => (
        <Sounding key={each.what + each.line + each.of} of={each} />
      ))}
      {sounding.value && audible.value ? (
        <button type="button" onClick={silence}>
          {t('alarm.silence', { seconds: alarms.value.silencedFor })} <kbd>S</kbd>
        </button>
      ) : null}
      {silenced.value ? <small>{t('alarm.silenced')}</small> : null}
      {withinHour > mostPerHour ? <small>{t('alarm.many', { n: withinHour, most: mostPerHour })}</small> : null}
    </section>
  );
}

/** So many names stand in an alarm; of the rest it says how many. */
const NAMED = 4;

/** What an alarm is about: records, and conflicts by what their activities are called. */
function about(all: readonly string[]): string {
  const names = all.slice(0, NAMED).map((each) => {
    const conflict = conflicts.value.find((of) => of.id === each);
    return conflict ? `${label(conflict.a)} × ${label(conflict.b)}` : each.slice(0, 24);
  });
  return names.join(', ') + (all.length > NAMED ? ` +${all.length - NAMED}` : '');
}

function Sounding({ of }: { readonly of: Alarm }) {
  const duty = duties.value.find((each) => of.about.includes(each.about));
  const show = () => {
    if (duty) {
      openDuty(duty);
    } else {
      selected.value = of.about.map((each) => subjectOf(each)?.id ?? each)[0];
    }
  };
  return (
    <button type="button" class="alarm" onClick={show}>
      <b>{word('alarm', of.what)}</b>{' '}
      <Ltr>{of.what === 'silent' ? of.of : about(of.about)}</Ltr>
      {of.called.length > 0 ? <small> {t('alarm.called', { who: of.called.map((each) => word('role', each)).join(', ') })}</small> : null}
    </button>
  );
}
