import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { post } from '../api/client';
import type { Preview, Statement } from '../api/types';
import { line } from '../state/store';

/** The node is asked so long after the last change. */
const PAUSE = 400;

/** What the node says that a statement would do, and why it would not take it. */
export interface Looking {
  readonly preview: Signal<Preview | undefined>;
  readonly wrong: Signal<unknown>;
}

/** Asks the node what a statement would do, again with each change of it; undefined: it is not whole yet. */
export function useLooking(of: Statement | undefined, on: string | undefined = line.peek()?.line): Looking {
  const preview = useSignal<Preview | undefined>(undefined);
  const wrong = useSignal<unknown>(undefined);
  useEffect(() => {
    if (!of || !on) {
      preview.value = undefined;
      wrong.value = undefined;
      return undefined;
    }
    let asked = true;
    const told = (seen: Preview | undefined, why: unknown) => {
      if (asked) {
        preview.value = seen;
        wrong.value = why;
      }
    };
    const timer = setTimeout(() => {
      post<Preview>(`lines/${on}/preview`, of).then((seen) => told(seen, undefined), (why: unknown) => told(undefined, why));
    }, PAUSE);
    return () => {
      asked = false;
      clearTimeout(timer);
    };
  }, [JSON.stringify(of), on]);
  return { preview, wrong };
}
