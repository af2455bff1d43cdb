import { effect, signal, type Signal } from '@preact/signals';

const PREFIX = 'parley.';

function read<T>(name: string, usual: T): T {
  try {
    const kept = localStorage.getItem(PREFIX + name);
    return kept === null ? usual : (JSON.parse(kept) as T);
  } catch {
    return usual; // a browser that keeps nothing, or keeps what another version wrote
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    return; // a browser that keeps nothing: it holds as long as the page does
  }
}

/** A signal that this browser remembers: settings of the desk, and what was written and not sent. */
export function remembered<T>(name: string, usual: T): Signal<T> {
  const of = signal(read(name, usual));
  effect(() => write(name, of.value));
  return of;
}
