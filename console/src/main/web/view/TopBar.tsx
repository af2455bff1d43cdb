import type { VNode } from 'preact';
import { signOut } from '../api/client';
import type { Line, MemberState } from '../api/types';
import { fields } from '../state/activities';
import { isReplay, now } from '../state/clock';
import { choose, end } from '../state/load';
import { opened } from '../state/opened';
import { audible, enable, silenced, silencedUntil, sounding, trial, tryOut } from '../state/sound';
import { chosen, line, lines, node, session, subjectOf, subjects } from '../state/store';
import { clock, day, local, offset, timer } from '../time/format';
import { nextCheck } from '../time/checks';
import { Ltr, plain, t, word } from '../text/say';
import { Light } from './Light';
import { Looks } from './Looks';

/** What is never covered: how the line stands, what time it is, whether this is real, who is on duty. */
export function TopBar() {
  return (
    <header class="top">
      <div class="who">
        <h1>
          <Ltr>{node.value?.party}</Ltr>
        </h1>
        <LineChoice />
      </div>
      <div class="lights" role="group" aria-label={plain('top.lights')}>
        {line.value?.members.map(({ party, state }) => state && <Counterpart key={party} party={party} state={state} />)}
      </div>
      <NextCheck />
      <Times />
      <Mode />
      <SoundState />
      <div class="officer">
        <span>
          <Ltr>{session.value?.officer}</Ltr>
          <small>{session.value?.roles.map((role) => word('role', role)).join(', ')}</small>
        </span>
        <Looks />
        <button type="button" class="quiet" onClick={() => void signOut().finally(end)}>
          {t('top.leave')}
        </button>
      </div>
      <button type="button" class="stop-button" onClick={() => (opened.value = { what: 'stop' })}>
        {t('stop.open')} <kbd>⇧S</kbd>
      </button>
    </header>
  );
}

/** A line by those who are on it and the beginning of its name. */
function named(of: Line): string {
  const others = of.members.filter((each) => each.party !== of.me).map((each) => each.party);
  return `${others.join(' ')} · ${of.line.slice(0, 4)}`;
}

function LineChoice() {
  const shared = lines.value.filter((each) => !each.private);
  if (shared.length < 2) {
    return null;
  }
  return (
    <select aria-label={plain('top.line')} value={chosen.value} onChange={(event) => choose(event.currentTarget.value)} dir="ltr">
      {shared.map((each) => (
        <option key={each.line} value={each.line}>
          {named(each)}
        </option>
      ))}
    </select>
  );
}

function since(at: string | undefined): VNode | null {
  return at ? <Ltr>{timer(now.value - Date.parse(at))}</Ltr> : null;
}

/** Two lights: what its machine last proved, and what a person of it last proved. */
function Counterpart({ party, state }: { readonly party: string; readonly state: MemberState }) {
  return (
    <div class="counterpart">
      <strong>
        <Ltr>{party}</Ltr>
      </strong>
      <span class={`lamp lamp-${state.machine}`}>
        <Light state={state.machine} />
        <span>
          <small>{t('light.machine')}</small>
          <b>
            {word('machine', state.machine)} {since(state.answered)}
          </b>
        </span>
      </span>
      <span class={`lamp lamp-${state.person}`}>
        <Light state={state.person} />
        <span>
          <small>{t('light.person')}</small>
          <b>
            {word('person', state.person)} {since(state.confirmed)}
          </b>
        </span>
      </span>
    </div>
  );
}

function NextCheck() {
  const agreement = line.value?.agreement ? subjectOf(line.value.agreement) : undefined;
  void subjects.value;
  const next = agreement && nextCheck(fields(agreement.properties.body), now.value);
  return (
    <div class="pair">
      <small>{t('top.next-check')}</small>
      <b>{next ? <Ltr>{`${clock(next).slice(0, 5)}Z  −${timer(next - now.value)}`}</Ltr> : t('top.no-check')}</b>
    </div>
  );
}

function Times() {
  return (
    <div class="pair times">
      <b class="zulu">
        <Ltr>
          <small>{day(now.value)}</small> {clock(now.value)}
        </Ltr>
      </b>
      <small>
        {t('top.local')} <Ltr>{`${local(now.value)} ${offset(now.value)}`}</Ltr>
      </small>
    </div>
  );
}

/** Whether what is seen is now, the past, or a drill. */
function Mode() {
  const drill = subjects.value.some(
    (each) => each.properties.kind === 'exercise' && !each.properties.statuses.some((status) => status.status === 'ended'),
  );
  return (
    <div class={`mode${drill ? ' drill' : ''}${isReplay.value ? ' replay' : ''}`} role="status">
      {drill ? t('mode.drill') : isReplay.value ? t('mode.replay') : t('mode.live')}
    </div>
  );
}

function SoundState() {
  if (!audible.value) {
    return (
      <button type="button" class="sound off" onClick={enable}>
        {t('sound.off')}
      </button>
    );
  }
  if (silenced.value && !sounding.value) {
    return (
      <div class="sound silenced" role="status">
        <small>{t('sound.title')}</small>
        <b>
          <Ltr>{timer(silencedUntil.value - now.value)}</Ltr>
        </b>
      </div>
    );
  }
  return trial.value === 'tried' ? <Heard /> : <Trying />;
}

/** What the sound of this desk is known to do; pressed, it is tried. */
function Trying() {
  if (trial.value === 'unheard') {
    return (
      <button type="button" class="sound off" onClick={tryOut}>
        {t('sound.unheard')}
      </button>
    );
  }
  return (
    <button type="button" class={`sound try ${trial.value}`} onClick={tryOut}>
      <small>{t('sound.title')}</small>
      <b>{t(trial.value === 'heard' ? 'sound.on' : 'sound.try')}</b>
    </button>
  );
}

/** A page cannot know whether anybody hears it: the person says so. */
function Heard() {
  return (
    <div class="sound" role="group" aria-label={plain('sound.title')}>
      <small>{t('sound.question')}</small>
      <span class="said">
        <button type="button" onClick={() => (trial.value = 'heard')}>
          {t('sound.heard')}
        </button>
        <button type="button" onClick={() => (trial.value = 'unheard')}>
          {t('sound.not-heard')}
        </button>
      </span>
    </div>
  );
}
