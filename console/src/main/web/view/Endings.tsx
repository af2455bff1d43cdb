import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { post } from '../api/client';
import type { Preview, Statement } from '../api/types';
import { now } from '../state/clock';
import { meetsNobody, moved, nearest, WAYS, type Movable, type Moved, type Way } from '../state/endings';
import type { Plan } from '../state/plan';
import { line } from '../state/store';
import { Ltr, t, word } from '../text/say';
import { Failure } from './Failure';

interface Given {
  readonly plan: Plan;
  readonly preview: Preview;
  /** The plan as it would be said now. */
  readonly statement: Statement;
  /** Which of its spaces the fields hold. */
  readonly place: number;
}

/** A way that ends every conflict, as far as the node knows any. */
interface Found {
  readonly way: Way;
  readonly to: Moved;
}

/** Puts what a way found into the fields. */
function take(plan: Plan, to: Moved): void {
  for (const [name, text] of Object.entries(to)) {
    plan[name as keyof Plan].value = text;
  }
}

/** What the node says of a plan that was moved; the fields stay as they are. */
function asked(id: string, of: Statement, place: number, to: Moved): Promise<Preview> {
  const volumes = (of.body['volumes'] as readonly object[]).map((each, i) => (i === place ? { ...each, ...to } : each));
  return post<Preview>(`lines/${id}/preview`, { ...of, body: { ...of.body, volumes } });
}

/** The window as the node read it, in whatever form it was typed; of several spaces it tells that of all. */
function windowOf(preview: Preview, of: Statement, plan: Plan): { readonly from: number; readonly until: number } {
  const read = (of.body['volumes'] as readonly object[]).length === 1 ? preview.known : undefined;
  return { from: Date.parse(read?.from ?? plan.from.peek()), until: Date.parse(read?.until ?? plan.until.peek()) };
}

async function along(id: string, of: Statement, place: number, from: Movable, way: Way): Promise<readonly Found[]> {
  const at = now.peek();
  const steps = await nearest(async (count) => {
    const to = moved(from, way, count, at);
    return to !== undefined && meetsNobody(await asked(id, of, place, to));
  });
  const to = steps === undefined ? undefined : moved(from, way, steps, at);
  return to ? [{ way, to }] : [];
}

/** What the answer depends on: the plan as it would be said, and what stands against it. */
function question(of: Statement, preview: Preview): string {
  return JSON.stringify([of.body, preview.conflicts ?? []]);
}

/**
 * What would end the conflicts that a plan would meet: asked for, never offered by itself. Who has asked is answered anew when
 * the plan or what stands against it changes, as it does while a dot is dragged; what was looked for before is given up.
 */
export function Endings({ plan, preview, statement, place }: Given) {
  const found = useSignal<readonly Found[] | undefined>(undefined);
  const busy = useSignal(false);
  const why = useSignal<unknown>(undefined);
  const asking = useRef(0);
  const look = async () => {
    const mine = ++asking.current;
    const id = line.peek()?.line ?? '';
    const from = { ...windowOf(preview, statement, plan), lower: plan.lower.peek(), upper: plan.upper.peek() };
    const all: Found[] = [];
    busy.value = true;
    found.value = undefined;
    why.value = undefined;
    try {
      for (const way of WAYS) {
        all.push(...(await along(id, statement, place, from, way)));
        if (mine !== asking.current) {
          return;
        }
      }
      found.value = all;
    } catch (refused) {
      if (mine !== asking.current) {
        return;
      }
      why.value = refused;
    }
    busy.value = false;
  };
  const is = question(statement, preview);
  useEffect(() => {
    if (asking.current > 0) {
      void look();
    }
  }, [is]);
  useEffect(() => () => void asking.current++, []);
  return (
    <div class="endings" aria-live="polite">
      {found.value ? (
        <>
          <p>{found.value.length > 0 ? t('ending.found') : t('ending.none')}</p>
          <div class="answers">
            {found.value.map((each) => (
              <button key={each.way} type="button" onClick={() => take(plan, each.to)}>
                {word('ending', each.way)} <Ltr>{Object.values(each.to).join(' – ')}</Ltr>
              </button>
            ))}
          </div>
        </>
      ) : (
        <button type="button" disabled={busy.value} onClick={look}>
          {t(busy.value ? 'ending.busy' : 'ending.ask')}
        </button>
      )}
      {why.value ? <Failure why={why.value} /> : null}
    </div>
  );
}
