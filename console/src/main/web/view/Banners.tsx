import { longestWait } from '../api/client';
import { isWrong, ahead, now, replayed } from '../state/clock';
import { asKnownThen } from '../state/knowledge';
import { declared } from '../state/declared';
import { cutAt, line, linked, me, members, subjects } from '../state/store';
import { exact } from '../time/format';
import { Age, ageText, Clock } from '../text/values';
import { Ltr, phrase, t, w, word } from '../text/say';
import { HeldThen } from './HeldThen';
import { MissedBanner } from './Missed';
import { Stops } from './Stops';
import { Reason } from './Why';

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

/** What is declared of the line, by whom (W19 and its like); and of each other party what is old (W3). */
function Members() {
  const said = declared(subjects.value, members.value, now.value);
  return (
    <>
      {said.map((each) => (
        <p key={each.record} class="banner warn">
          {each.state === 'suspended'
            ? w('W19', { party: each.by, scope: phrase('scope.routine', 'routine') })
            : t('line-declared.by', { party: each.by, state: <bdi>{word('declared', each.state)}</bdi> })}
          <Reason text={each.reason} />
        </p>
      ))}
      {line.value?.members.map(({ party, state }) => {
        if (!state) {
          return null;
        }
        const heard = state.heard ? Date.parse(state.heard) : undefined;
        const isTold = said.some((each) => each.by === party || each.by === me.value);
        return (
          <div key={party} class="banner-group">
            {state.declared !== 'open' && !isTold ? (
              <p class="banner warn">{t('line-declared.with', { party, state: <bdi>{word('declared', state.declared)}</bdi> })}</p>
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
