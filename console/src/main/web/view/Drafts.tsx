import { useSignal } from '@preact/signals';
import { post, remove } from '../api/client';
import { refresh } from '../state/load';
import { drafts, session } from '../state/store';
import { Ltr, t, word } from '../text/say';
import { Failure } from './Failure';
import { fields } from '../state/activities';

/** What waits for a second person. */
export function Drafts() {
  const why = useSignal<unknown>(undefined);
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
    <section class="drafts">
      <h3>{t('drafts.title')}</h3>
      <ul>
        {drafts.value.map((each) => (
          <li key={each.draft}>
            <span>
              {word('kind', each.kind)} <Ltr>{String(fields(each.body)['name'] ?? each.about ?? '')}</Ltr> · <Ltr>{each.officer}</Ltr>
            </span>
            {each.officer !== session.value?.officer && session.value?.rights.includes('release') ? (
              <button type="button" onClick={() => does(() => post(`drafts/${each.draft}/release`, {}))}>
                {t('drafts.release')}
              </button>
            ) : null}
            <button type="button" class="quiet" onClick={() => does(() => remove(`drafts/${each.draft}`))}>
              {t('drafts.drop')}
            </button>
          </li>
        ))}
      </ul>
      {why.value ? <Failure why={why.value} /> : null}
    </section>
  );
}
