import { useSignal, type Signal } from '@preact/signals';
import { newKey, say, Unreachable } from '../api/client';
import type { Outcome, Statement } from '../api/types';
import { exactly } from '../state/clock';
import { refresh } from '../state/load';
import { asks, drop, keep, keyOf, saidAt } from '../state/outbox';
import { session } from '../state/store';
import { language } from '../text/language';

/** Saying one thing: it is said once, however often a key or button is pressed, also where the answer was lost on the way. */
export interface Saying {
  readonly busy: Signal<boolean>;
  readonly why: Signal<unknown>;
  say(line: string, statement: Statement): Promise<Outcome | undefined>;
  /** Says what tells the time at which it is said: once more only if it is not known to have been said. */
  sayNow(line: string, statement: (at: number) => Statement): Promise<Outcome | undefined>;
}

/** The role in which this desk speaks: that of the duty officer where somebody has it. */
function role(): { role?: string } {
  const roles = session.value?.roles ?? [];
  const chosen = roles.includes('duty-officer') ? 'duty-officer' : roles[0];
  return chosen ? { role: chosen } : {};
}

export function useSaying(): Saying {
  const busy = useSignal(false);
  const why = useSignal<unknown>(undefined);
  const key = useSignal<{ readonly text: string; readonly key: string }>({ text: '', key: '' });
  const send = async (line: string, whole: Statement, at: number): Promise<Outcome | undefined> => {
    busy.value = true;
    const text = line + JSON.stringify(whole);
    if (key.peek().text !== text) {
      key.value = { text, key: keyOf(line, whole) ?? newKey() };
    }
    const answered = asks(key.peek().key, line, whole, at);
    try {
      const outcome = await say(line, whole, key.peek().key);
      drop(key.peek().key);
      key.value = { text: '', key: '' };
      why.value = undefined;
      refresh();
      return outcome;
    } catch (refused) {
      why.value = refused;
      if (refused instanceof Unreachable) {
        keep(key.peek().key, line, whole, at);
      }
      return undefined;
    } finally {
      answered();
      busy.value = false;
    }
  };
  const sayNow = async (line: string, statement: (at: number) => Statement) => {
    if (busy.peek()) {
      return undefined;
    }
    const whole = (at: number) => ({ lang: language.peek(), ...role(), ...statement(at) });
    const at = saidAt(line, whole) ?? exactly();
    return send(line, whole(at), at);
  };
  return { busy, why, sayNow, say: (line, statement) => sayNow(line, () => statement) };
}
