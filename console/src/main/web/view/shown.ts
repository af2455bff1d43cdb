import { effect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { post, Unreachable } from '../api/client';
import type { Subject } from '../api/types';
import { now } from '../state/clock';
import { isInSight, Presenting } from '../state/presented';
import { line, linked, session } from '../state/store';

const presenting = new Presenting();

const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const STEPS = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

function say(): void {
  if (document.visibilityState !== 'visible') {
    presenting.hidden(Date.now());
    return;
  }
  if (!linked.peek() || !session.peek()?.rights.includes('answer')) {
    return;
  }
  for (const what of presenting.due(Date.now())) {
    post(`lines/${what.line}/records/${encodeURIComponent(what.record)}/presented`, {}).catch((why: unknown) => {
      if (why instanceof Unreachable) {
        presenting.failed(what);
      }
    });
  }
}

/** Where the pointer was last: a browser tells of a move also where only the page moved under it. */
let pointer = '';

function isInput(event: Event): boolean {
  if (!(event instanceof PointerEvent) || event.type !== 'pointermove') {
    return event.isTrusted;
  }
  const before = pointer;
  pointer = `${event.screenX} ${event.screenY}`;
  return event.isTrusted && before !== '' && before !== pointer;
}

/** Watches for whom the page shows what it shows, and says of others' records that they were shown. */
export function present(): void {
  const touched = (event: Event) => {
    if (isInput(event)) {
      presenting.touch(Date.now());
    }
  };
  TOUCHES.forEach((each) => document.addEventListener(each, touched, { capture: true, passive: true }));
  document.addEventListener('visibilitychange', say);
  effect(() => {
    void now.value;
    say();
  });
}

/** Where a record of another party stands on the page: its author is told once somebody was shown it. Nothing is told of own ones. */
export function useShown<E extends Element>(record: string, subject: Subject | undefined): RefObject<E | null> {
  const place = useRef<E>(null);
  const me = line.value?.me;
  const of = subject && subject.properties.owner !== me ? subject.properties.line : undefined;
  useEffect(() => {
    const here = place.current;
    if (!here || !of) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (seen && isInSight(seen.intersectionRatio, seen.intersectionRect.height, window.innerHeight)) {
          presenting.appears(here, { line: of, record }, Date.now());
        } else {
          presenting.goes(here);
        }
      },
      { threshold: STEPS },
    );
    observer.observe(here);
    return () => {
      observer.disconnect();
      presenting.goes(here);
    };
  }, [of, record]);
  return place;
}
