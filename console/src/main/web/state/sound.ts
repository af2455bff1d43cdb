import { computed, effect, signal } from '@preact/signals';
import { now } from './clock';
import { ongoing, silencing, until, type Silenced } from './silence';
import { alarms, unattended } from './store';

/** Whether this browser lets the page sound. Browsers hold sound back until somebody has touched the page. */
export const audible = signal(false);

const silences = signal<Silenced>(new Map());

effect(() => {
  const { items } = alarms.value;
  silences.value = ongoing(items, silences.peek());
});

/** Until when what somebody has silenced here stays so, by the node's clock: when the first of it sounds again. */
export const silencedUntil = computed(() => {
  const ends = alarms.value.items.map((each) => until(each, silences.value)).filter((each) => now.value < each);
  return ends.length > 0 ? Math.min(...ends) : 0;
});

/** Whether something is silenced now. What is not silenced sounds all the same. */
export const silenced = computed(() => now.value < silencedUntil.value);

/** Whether something should be heard; a STOP that nobody took also where nobody is signed in. */
export const sounding = computed(() => unattended.value || alarms.value.items.some((each) => until(each, silences.value) <= now.value));

/** Two tones in turn: the high one again and again, once a second. */
const HIGH = 880;
const LOW = 660;
const TONE = 0.18;
const LOUD = 0.2;

let context: AudioContext | undefined;

/** Asks the browser for sound; to be called from a click or a key. */
export function enable(): void {
  context ??= new AudioContext();
  context.onstatechange = () => {
    audible.value = context?.state === 'running';
  };
  void context.resume();
  audible.value = context.state === 'running';
}

/** Silences what sounds here now, for as long as the node allows. The alarm itself stays. */
export function silence(): void {
  const { items, silencedFor } = alarms.peek();
  silences.value = silencing(items, silences.peek(), now.peek(), silencedFor * 1_000);
}

function tone(of: AudioContext, frequency: number, after: number): void {
  const begins = of.currentTime + after;
  const source = of.createOscillator();
  const volume = of.createGain();
  source.frequency.value = frequency;
  volume.gain.setValueAtTime(0, begins);
  volume.gain.linearRampToValueAtTime(LOUD, begins + 0.02);
  volume.gain.setValueAtTime(LOUD, begins + TONE - 0.02);
  volume.gain.linearRampToValueAtTime(0, begins + TONE);
  source.connect(volume).connect(of.destination);
  source.start(begins);
  source.stop(begins + TONE);
}

function sound(): void {
  if (context) {
    tone(context, HIGH, 0);
    tone(context, LOW, TONE);
  }
}

/** Whether the person on watch has heard this desk: nobody has said so when a watch begins. */
export type Trial = 'due' | 'tried' | 'heard' | 'unheard';
export const trial = signal<Trial>('due');

/** Sounds once, for the person to say whether it was heard. */
export function tryOut(): void {
  enable();
  sound();
  trial.value = 'tried';
}

/** Sounds for as long as something is to be heard, from the first moment on. */
export function run(): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  return effect(() => {
    clearInterval(timer);
    if (sounding.value && audible.value) {
      sound();
      timer = setInterval(sound, 1_000);
    }
    return () => clearInterval(timer);
  });
}

/** Any touch of the page gives the sound back that the browser held. */
export function onTouch(): () => void {
  const touched = () => enable();
  document.addEventListener('pointerdown', touched);
  document.addEventListener('keydown', touched);
  return () => {
    document.removeEventListener('pointerdown', touched);
    document.removeEventListener('keydown', touched);
  };
}
