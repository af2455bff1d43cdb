import { adding } from './drawing';
import { centre, otherGrid, theme, THEMES } from './settings';
import { selected } from './store';
import { opened, type Opened } from './opened';

/** What a key does. */
export interface Shortcut {
  readonly keys: string;
  readonly text: 'keys.duty' | 'keys.table' | 'keys.stop' | 'keys.notify' | 'keys.silence' | 'keys.live' | 'keys.step' | 'keys.theme' | 'keys.help' | 'keys.close' | 'keys.write' | 'keys.acknowledge' | 'keys.amend' | 'keys.agreement' | 'keys.log' | 'keys.missed' | 'keys.conflict' | 'keys.call' | 'keys.ask' | 'keys.link' | 'chart.key-find' | 'chart.key-near' | 'chart.key-measure' | 'chart.key-site' | 'chart.key-grid';
}

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: '1 … 9', text: 'keys.duty' },
  { keys: 'Enter', text: 'keys.acknowledge' },
  { keys: 'Esc', text: 'keys.close' },
  { keys: 'T', text: 'keys.table' },
  { keys: 'N', text: 'keys.notify' },
  { keys: 'C', text: 'keys.conflict' },
  { keys: 'A', text: 'keys.amend' },
  { keys: 'G', text: 'keys.agreement' },
  { keys: 'R', text: 'keys.log' },
  { keys: 'W', text: 'keys.missed' },
  { keys: 'M', text: 'keys.write' },
  { keys: 'Q', text: 'keys.ask' },
  { keys: 'V', text: 'keys.call' },
  { keys: 'Shift+L', text: 'keys.link' },
  { keys: 'Shift+S', text: 'keys.stop' },
  { keys: 'S', text: 'keys.silence' },
  { keys: 'L', text: 'keys.live' },
  { keys: '[ ]', text: 'keys.step' },
  { keys: 'D', text: 'keys.theme' },
  { keys: '/', text: 'chart.key-find' },
  { keys: 'X', text: 'chart.key-near' },
  { keys: 'Z', text: 'chart.key-measure' },
  { keys: 'P', text: 'chart.key-site' },
  { keys: 'K', text: 'chart.key-grid' },
  { keys: '?', text: 'keys.help' },
];

export interface Actions {
  openDuty(place: number): void;
  amend(): void;
  ask(): void;
  openConflict(): void;
  silence(): void;
  live(): void;
  step(direction: 1 | -1): void;
}

function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Whether a key works where a sheet lies open too: what cannot wait, as long as nobody writes. None of them says anything by itself. */
export function worksOverSheet(of: Pick<KeyboardEvent, 'code' | 'shiftKey'>): boolean {
  return of.code === 'KeyS' || (/^Digit[1-9]$/.test(of.code) && !of.shiftKey);
}

function open(what: Opened): void {
  opened.value = what;
}

function other(): void {
  theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'dark';
}

/** Listens to the keys that work everywhere but where somebody writes. A key that is held down counts once. */
export function listenToKeys(actions: Actions): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) {
      return;
    }
    if (event.key === 'Escape') {
      if (adding.value) {
        adding.value = false;
      } else if (opened.value) {
        opened.value = undefined;
      } else {
        selected.value = undefined;
      }
      return;
    }
    if (writes(event.target) || (opened.value && !worksOverSheet(event))) {
      return;
    }
    const does = action(event, actions);
    if (does) {
      event.preventDefault();
      does();
    }
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}

/** By the place of the key where the layout has other letters, so that one map of keys holds for all three languages. */
function action(event: KeyboardEvent, actions: Actions): (() => void) | undefined {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (digit && !event.shiftKey) {
    return () => actions.openDuty(Number(digit) - 1);
  }
  if (event.key === '?' || (event.code === 'Slash' && event.shiftKey)) {
    return () => open({ what: 'help' });
  }
  switch (event.code) {
    case 'KeyS':
      return event.shiftKey ? () => open({ what: 'stop' }) : actions.silence;
    case 'KeyT':
      return () => {
        centre.value = centre.value === 'map' ? 'table' : 'map';
      };
    case 'KeyN':
      return () => open({ what: 'notify' });
    case 'KeyG':
      return () => open({ what: 'agreement' });
    case 'KeyR':
      return () => open({ what: 'log' });
    case 'KeyW':
      return () => open({ what: 'missed' });
    case 'KeyC':
      return actions.openConflict;
    case 'KeyA':
      return actions.amend;
    case 'KeyM':
      return () => open({ what: 'write' });
    case 'KeyQ':
      return actions.ask;
    case 'KeyV':
      return () => open({ what: 'call', about: selected.value });
    case 'KeyL':
      return event.shiftKey ? () => open({ what: 'link' }) : actions.live;
    case 'KeyD':
      return other;
    case 'KeyK':
      return otherGrid;
    case 'Slash':
      return () => open({ what: 'find' });
    case 'KeyX':
      return () => open({ what: 'near' });
    case 'KeyZ':
      return () => open({ what: 'measure' });
    case 'KeyP':
      return () => open({ what: 'notify-site' });
    case 'BracketLeft':
      return () => actions.step(-1);
    case 'BracketRight':
      return () => actions.step(1);
    default:
      return undefined;
  }
}
