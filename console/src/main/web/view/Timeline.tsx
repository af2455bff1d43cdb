import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isReplay, now, replayed, shownAt } from '../state/clock';
import { theme } from '../state/settings';
import { chosenSpan, live, play, span, speed, SPEEDS, step } from '../state/span';
import { isOverdue } from '../state/activities';
import { activities, conflicts, members, selected } from '../state/store';
import { language } from '../text/language';
import { colour, partyColour } from '../map/colours';
import { exact, instant, minute } from '../time/format';
import { plain, t } from '../text/say';
import { Icon } from './Icon';

const HOUR = 3_600_000;
const GUTTER = 92;
const RULER = 18;

/** When: a lane for each party, what conflicts, now, and the instant that map, table and list show. Time runs to the right in every language. */
export function Timeline() {
  return (
    <section class="timeline" aria-label={plain('time.title')}>
      <div class="time-tools" dir="ltr">
        <button type="button" aria-pressed={!isReplay.value} onClick={live}>
          {t('time.live')} <kbd>L</kbd>
        </button>
        <button type="button" aria-label={plain('time.back')} onClick={() => step(-1)}>
          <Icon of="back" /> <kbd>[</kbd>
        </button>
        <button type="button" aria-label={plain('time.on')} onClick={() => step(1)}>
          <Icon of="on" /> <kbd>]</kbd>
        </button>
        <div class="switch" role="group" aria-label={plain('time.speed')} dir="ltr">
          {SPEEDS.map((each) => (
            <button key={each} type="button" aria-pressed={speed.value === each} onClick={() => play(speed.value === each ? 0 : each)}>
              {each}×
            </button>
          ))}
        </div>
        <Exact label="time.at" value={shownAt.value} set={(to) => (replayed.value = to)} />
        <Exact label="time.from" value={span.value[0]} set={(to) => to < span.value[1] && (chosenSpan.value = [to, span.value[1]])} />
        <Exact label="time.until" value={span.value[1]} set={(to) => to > span.value[0] && (chosenSpan.value = [span.value[0], to])} />
        {chosenSpan.value ? (
          <button type="button" class="quiet" onClick={() => (chosenSpan.value = undefined)}>
            {t('time.whole')}
          </button>
        ) : null}
      </div>
      <Lanes />
    </section>
  );
}

/** An instant to the second. It can be typed; what is no instant is not taken. */
function Exact({ label, value, set }: { readonly label: 'time.at' | 'time.from' | 'time.until'; readonly value: number; readonly set: (to: number) => unknown }) {
  const typed = useSignal<string | undefined>(undefined);
  const take = () => {
    const read = typed.value === undefined ? undefined : instant(typed.value, value);
    if (read !== undefined) {
      set(read);
    }
    typed.value = undefined;
  };
  const leave = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    if (event.key === 'Escape') {
      typed.value = undefined;
    }
    if (event.key === 'Escape' || event.key === 'Enter') {
      event.preventDefault();
      event.currentTarget.blur();
    }
  };
  return (
    <label class="exact">
      {t(label)}
      <input
        dir="ltr"
        size={20}
        value={typed.value ?? exact(value)}
        aria-invalid={typed.value !== undefined && instant(typed.value, value) === undefined}
        onInput={(event) => (typed.value = event.currentTarget.value)}
        onBlur={take}
        onKeyDown={leave}
      />
    </label>
  );
}

function Lanes() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const of = canvas.current;
    if (!of) {
      return undefined;
    }
    const watch = new ResizeObserver(() => drawLanes(of));
    watch.observe(of);
    const end = effect(() => {
      void [theme.value, language.value, members.value, activities.value, conflicts.value, selected.value, span.value];
      drawLanes(of);
    });
    return () => {
      watch.disconnect();
      end();
    };
  }, []);
  return (
    <div class="lanes" dir="ltr">
      <canvas ref={canvas} aria-hidden="true" />
      <Mark of="now" />
      <Mark of="replay" />
      <Scrub />
    </div>
  );
}

/** An instant over the lanes. It is moved, not drawn: under it there may be a hundred thousand bars. */
function Mark({ of }: { readonly of: 'now' | 'replay' }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      effect(() => {
        const at = of === 'now' ? now.value : replayed.value;
        const [from, until] = span.value;
        const share = at === undefined ? 0 : Math.min(1, Math.max(0, (at - from) / (until - from)));
        element.current?.classList.toggle('is-here', at !== undefined);
        element.current?.style.setProperty('left', `${share * 100}%`);
      }),
    [of],
  );
  return (
    <div class="mark-way" aria-hidden="true">
      <div ref={element} class={`mark ${of}`} />
    </div>
  );
}

function Scrub() {
  const [from, until] = span.value;
  return (
    <input
      type="range"
      class="scrub"
      aria-label={plain('time.scrub')}
      aria-valuetext={exact(shownAt.value)}
      min={from}
      max={until}
      step={1_000}
      value={shownAt.value}
      onInput={(event) => {
        replayed.value = Number(event.currentTarget.value);
      }}
    />
  );
}

/** The step of the ruler: at least so many pixels between two labels. */
function ruler(width: number, length: number): number {
  const steps = [HOUR / 4, HOUR / 2, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 168 * HOUR];
  return steps.find((each) => (each / length) * width > 64) ?? 720 * HOUR;
}

/** Where an instant is, in pixels from the left. */
function scale(width: number): (at: number) => number {
  const [from, until] = span.peek();
  return (at) => GUTTER + ((Math.min(Math.max(at, from), until) - from) / (until - from)) * (width - GUTTER);
}

/** What does not change with every second. */
function drawLanes(lanes: HTMLCanvasElement): void {
  const dense = window.devicePixelRatio || 1;
  const [width, height] = [lanes.clientWidth, lanes.clientHeight];
  lanes.width = Math.max(1, width * dense);
  lanes.height = Math.max(1, height * dense);
  const on = lanes.getContext('2d');
  if (!on || width === 0) {
    return;
  }
  on.scale(dense, dense);
  on.font = '11px "Noto Sans", "Noto Sans Arabic"';
  on.textBaseline = 'middle';
  const x = scale(width);
  const parties = members.peek();
  const lane = (height - RULER) / (parties.length + 1);
  drawRuler(on, width, height, x);
  parties.forEach((party, i) => {
    on.fillStyle = colour('text');
    on.fillText(party, 6, RULER + lane * (i + 0.5), GUTTER - 10);
    drawLane(on, party, RULER + lane * i, lane, x);
  });
  on.fillStyle = colour('conflict');
  on.fillText(plain('conflicts.title'), 6, RULER + lane * (parties.length + 0.5), GUTTER - 10);
  for (const each of conflicts.peek()) {
    const [a, b] = [Date.parse(each.finding.from), Date.parse(each.finding.until)];
    const top = RULER + lane * parties.length + 3;
    on.fillRect(x(a), top, Math.max(2, x(b) - x(a)), each.id === selected.peek() ? lane - 4 : lane - 8);
  }
}

function drawRuler(on: CanvasRenderingContext2D, width: number, height: number, x: (at: number) => number): void {
  const [from, until] = span.peek();
  const step = ruler(width - GUTTER, until - from);
  for (let at = Math.ceil(from / step) * step; at < until; at += step) {
    on.fillStyle = colour('rule');
    on.fillRect(x(at), RULER - 4, 1, height - RULER + 4);
    on.fillStyle = colour('dim');
    on.fillText(minute(at), Math.min(x(at) + 3, width - 40), RULER / 2);
  }
}

/** An activity without a stop report goes on, hollow, to where the picture ends. */
function drawLane(on: CanvasRenderingContext2D, party: string, top: number, lane: number, x: (at: number) => number): void {
  const own = activities.peek().filter((each) => each.owner === party);
  const [usual, inHand] = [partyColour(party), colour('text')];
  const rows = Math.max(1, Math.min(4, Math.floor(lane / 7)));
  const thick = Math.max(2, (lane - 4) / rows - 1);
  own.forEach((each, i) => {
    const y = top + 2 + (i % rows) * (thick + 1);
    on.globalAlpha = each.ended ? 0.4 : 1;
    on.fillStyle = each.id === selected.peek() ? inHand : usual;
    for (const volume of each.volumes) {
      on.fillRect(x(volume.from), y, Math.max(1.5, x(volume.until) - x(volume.from)), thick);
    }
    if (isOverdue(each, now.peek())) {
      on.strokeStyle = usual;
      on.strokeRect(x(each.until), y + 0.5, x(Infinity) - x(each.until) - 1, thick - 1);
    }
  });
  on.globalAlpha = 1;
}
