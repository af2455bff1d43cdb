import { useSignal } from '@preact/signals';
import { post, remove } from '../api/client';
import type { Draft } from '../api/types';
import { fields } from '../state/activities';
import { refresh } from '../state/load';
import { drafts, lines, session } from '../state/store';
import { Ltr, plain, t, word } from '../text/say';
import { Failure } from './Failure';
import { useLooking } from './looking';
import { Met, Previewed } from './Previewed';
import { RecordText } from './RecordText';

/** What waits for a second person. */
export function Drafts() {
  return (
    <section class="drafts">
      <h3>{t('drafts.title')}</h3>
      <ul>
        {drafts.value.map((each) => (
          <Waiting key={each.draft} of={each} />
        ))}
      </ul>
    </section>
  );
}

/** One draft: whoever may release it reads it first. */
function Waiting({ of }: { readonly of: Draft }) {
  const why = useSignal<unknown>(undefined);
  const reading = useSignal(false);
  const mayRelease = of.officer !== session.value?.officer && session.value?.rights.includes('release') === true;
  const does = async (work: () => Promise<unknown>) => {
    try {
      await work();
      why.value = undefined;
      refresh();
    } catch (refused) {
      why.value = refused;
    }
  };
  return (
    <li class="draft">
      <div class="draft-head">
        <span>
          {word('kind', of.kind)} <Ltr>{String(fields(of.body)['name'] ?? of.about ?? '')}</Ltr> · <Ltr>{of.officer}</Ltr>
        </span>
        <button type="button" aria-expanded={reading.value} onClick={() => (reading.value = !reading.value)}>
          {t(mayRelease ? 'drafts.read-release' : 'drafts.read')}
        </button>
        <button type="button" class="quiet" onClick={() => does(() => remove(`drafts/${of.draft}`))}>
          {t('drafts.drop')}
        </button>
      </div>
      {reading.value ? <Said of={of} release={mayRelease ? (basis) => void does(() => post(`drafts/${of.draft}/release`, basis ? { basis } : {})) : undefined} /> : null}
      {why.value ? <Failure why={why.value} /> : null}
    </li>
  );
}

interface Given {
  readonly of: Draft;
  /** Releases it on the ground of the conflicts that were shown with it. */
  readonly release: ((basis: readonly string[] | undefined) => void) | undefined;
}

/** What a draft says, to whom, and what the node says that would follow; only under that it is released. */
function Said({ of, release }: Given) {
  const on = lines.value.find((each) => each.line === of.line);
  const body = of.body ?? {};
  const { preview, wrong } = useLooking({ kind: of.kind, ...(of.about ? { about: of.about } : {}), body }, of.line);
  const to = on?.members.map((each) => each.party).filter((each) => each !== on.me) ?? [];
  return (
    <>
      <div class="draft-text" tabIndex={0} role="region" aria-label={plain('drafts.says')}>
        <RecordText kind={of.kind} body={body} by={on?.me ?? ''} about={of.about ?? of.draft} />
        {preview.value ? (
          <>
            <Met of={preview.value} />
            <Previewed of={preview.value} />
          </>
        ) : (
          <p>{t('preview.seen-by', { to: to.join(', ') })}</p>
        )}
        {wrong.value ? <Failure why={wrong.value} /> : null}
      </div>
      {release ? (
        <button type="button" class="main" disabled={!preview.value && !wrong.value} onClick={() => release(preview.value?.basis)}>
          {t('drafts.release')}
        </button>
      ) : null}
    </>
  );
}
