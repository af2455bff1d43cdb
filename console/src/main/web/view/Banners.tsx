import { longestWait } from '../api/client';
import { isWrong, ahead, now, replayed } from '../state/clock';
import { asKnownThen } from '../state/knowledge';
import { cutAt, line, linked } from '../state/store';
import { exact } from '../time/format';
import { Age, ageText, Clock } from '../text/values';
import { Ltr, phrase, t, w } from '../text/say';
import { HeldThen } from './HeldThen';
import { MissedBanner } from './Missed';
import { Stops } from './Stops';

/** How a machine stands of which the picture is old. By how long it may be silent the node judges, as was agreed. */
const STALE: readonly string[] = ['missed', 'silent'];

/** What everybody must see before they believe the rest: each says in words what is missing. */
export function Banners() {
  return (
    <>
      {linked.value ? null : (
        <p class="banner bad" role="alert">
          {t('banner.cut', { age: ageText(Date.now() - (cutAt.value ?? Date.now())) })}
        </p>
      )}
      <Slow />
      {isWrong.value ? (
        <p class="banner warn" role="alert">
          {t('wrong-clock.banner', { n: <bdi>{ageText(Math.round(Math.abs(ahead.value) / 1_000) * 1_000)}</bdi> })}
        </p>
      ) : null}
      {replayed.value === undefined ? null : (
        <p class="banner replay" role="status">
          {t(asKnownThen.value ? 'banner.replay-known' : 'banner.replay', { at: exact(replayed.value) })} <kbd>L</kbd>
        </p>
      )}
      <HeldThen />
      <MissedBanner />
      <Fence />
      <Members />
      <Stops />
    </>
  );
}

/** A node that takes longer to answer is told as slow. */
const SLOW = 3_000;

/** The node is heard, and does not answer. */
function Slow() {
  void now.value;
  const waits = longestWait();
  return linked.value && waits > SLOW ? (
    <p class="banner warn" role="status">
      {t('slow.banner', { n: <bdi>{ageText(waits)}</bdi> })}
    </p>
  ) : null;
}

function Fence() {
  const fence = line.value?.fence;
  return fence && fence.state !== 'open' ? (
    <p class="banner bad" role="alert">
      {t('banner.fence')} <Ltr>{fence.why}</Ltr>
    </p>
  ) : null;
}

/** Of each other party what is old (W3) or suspended (W19). */
function Members() {
  return (
    <>
      {line.value?.members.map(({ party, state }) => {
        if (!state) {
          return null;
        }
        const heard = state.heard ? Date.parse(state.heard) : undefined;
        return (
          <div key={party} class="banner-group">
            {state.declared === 'suspended' ? (
              <p class="banner warn">{w('W19', { party, scope: phrase('scope.routine', 'routine') })}</p>
            ) : null}
            {heard !== undefined && STALE.includes(state.machine) ? (
              <p class="banner bad" role="alert">
                {w('W3', { party, at: <Clock at={heard} />, age: <Age millis={now.value - heard} /> })}
              </p>
            ) : null}
          </div>
        );
      })}
    </>
  );
}
