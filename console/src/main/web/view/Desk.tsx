import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Unreachable } from '../api/client';
import { isReplay } from '../state/clock';
import { listenToKeys } from '../state/keys';
import { opened } from '../state/opened';
import { onTouch, silence } from '../state/sound';
import { live, step } from '../state/span';
import { alarms, duties, node, trouble } from '../state/store';
import { amend } from './Amend';
import { AlarmStrip } from './AlarmStrip';
import { othersInHand } from './Ask';
import { Banners } from './Banners';
import { Centre } from './Centre';
import { Channel } from './Channel';
import { openConflict } from './ConflictSheet';
import { Duties, openDuty } from './Duties';
import { Failure } from './Failure';
import { Sheets } from './Sheets';
import { Timeline } from './Timeline';
import { TopBar } from './TopBar';

const ACTIONS = {
  openDuty: (place: number) => {
    const duty = duties.peek()[place];
    if (duty) {
      openDuty(duty);
    }
  },
  amend,
  ask: () => (opened.value = { what: 'ask', about: othersInHand() }),
  openConflict,
  silence,
  live,
  step,
};

/** The name of the page among others: how much sounds, and whose desk it is. */
function title(): () => void {
  return effect(() => {
    const sounds = alarms.value.items.length;
    document.title = `${sounds > 0 ? `(${sounds}) ` : ''}${node.value?.party ?? ''} · Parley`;
  });
}

/** The desk: regions that never move. */
export function Desk() {
  useEffect(() => {
    const ends = [listenToKeys(ACTIONS), onTouch(), title()];
    return () => ends.forEach((end) => end());
  }, []);
  return (
    <div class={`desk${isReplay.value ? ' is-replay' : ''}`}>
      <TopBar />
      <div class="notices">
        <Banners />
        {trouble.value && !(trouble.value instanceof Unreachable) ? <Failure why={trouble.value} /> : null}
      </div>
      <Duties />
      <main class="centre">
        <Centre />
        {opened.value ? <Sheets of={opened.value} /> : null}
      </main>
      <Channel />
      <AlarmStrip />
      <Timeline />
    </div>
  );
}
