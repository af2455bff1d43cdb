import { useSignal } from '@preact/signals';
import { firstAccount, signIn, signOut } from '../api/client';
import type { Session } from '../api/types';
import { begin, end } from '../state/load';
import { expired, session, unattended } from '../state/store';
import { enable } from '../state/sound';
import { language } from '../text/language';
import { plain, t } from '../text/say';
import { Failure } from './Failure';
import { Field } from './Field';
import { FirstLink } from './FirstLink';
import { Looks } from './Looks';

/** The code of the one-time link that a node prints at its first start: it stands behind #first=. */
function firstCode(): string {
  return /^#first=(.+)$/.exec(location.hash)?.[1] ?? '';
}

/** The door: signing in, or making the first account of a node. */
export function SignIn() {
  const code = useSignal(firstCode());
  return (
    <div class="door">
      <header class="door-head">
        <h1>Parley</h1>
        <Looks />
      </header>
      <main>
        {unattended.value ? (
          <p class="banner stop" role="alert">
            {t('door.unattended')}
          </p>
        ) : null}
        {session.value ? <NoReading /> : code.value ? <First code={code.value} done={() => (code.value = '')} /> : <Known />}
      </main>
    </div>
  );
}

/** Who may read sees the desk. */
async function admitted(found: Session): Promise<void> {
  if (found.rights.includes('read')) {
    await begin(found);
  } else {
    session.value = found;
  }
}

function Known() {
  const account = useSignal('');
  const password = useSignal('');
  const why = useSignal<unknown>(undefined);
  const busy = useSignal(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    enable();
    busy.value = true;
    try {
      const found = await signIn(account.value, password.value);
      password.value = '';
      why.value = undefined;
      await admitted(found);
    } catch (refused) {
      why.value = refused;
    }
    busy.value = false;
  };
  return (
    <form class="panel" onSubmit={submit}>
      <h2>{t('door.title')}</h2>
      {expired.value ? (
        <p class="warn-text" role="alert">
          {t('expired.note')}
        </p>
      ) : null}
      <Field label={t('door.account')} of={account} name="account" autoComplete="username" required autoFocus dir="ltr" />
      <Field label={t('door.password')} of={password} name="password" type="password" autoComplete="current-password" required dir="ltr" />
      <button class="main" type="submit" disabled={busy.value}>
        {t('door.enter')}
      </button>
      {why.value ? <Failure why={why.value} /> : null}
      <p class="note">{t('door.note')}</p>
    </form>
  );
}

function First({ code, done }: { readonly code: string; readonly done: () => void }) {
  const account = useSignal('');
  const officer = useSignal('');
  const password = useSignal('');
  const why = useSignal<unknown>(undefined);
  const submit = async (event: Event) => {
    event.preventDefault();
    enable();
    try {
      await firstAccount({ code, account: account.value, officer: officer.value, languages: [language.value], password: password.value });
      history.replaceState(null, '', '/');
      const found = await signIn(account.value, password.value);
      done();
      await admitted(found);
    } catch (refused) {
      why.value = refused;
    }
  };
  return (
    <form class="panel" onSubmit={submit}>
      <h2>{t('first.title')}</h2>
      <p>{t('first.why')}</p>
      <Field label={t('door.account')} of={account} name="account" autoComplete="username" required autoFocus dir="ltr" />
      <Field label={t('first.officer')} of={officer} name="officer" required dir="ltr" hint={plain('first.officer-hint')} />
      <Field label={t('door.password')} of={password} name="password" type="password" minLength={12} autoComplete="new-password" required dir="ltr" hint={plain('first.password-hint')} />
      <button class="main" type="submit">
        {t('first.make')}
      </button>
      {why.value ? <Failure why={why.value} /> : null}
    </form>
  );
}

/** Who administers a node sees nothing of what its lines hold. */
function NoReading() {
  const leave = () => {
    void signOut().finally(end);
  };
  return (
    <section class="panel">
      <h2>{t('noreading.title', { account: session.value?.account ?? '' })}</h2>
      <p>{t('noreading.why')}</p>
      <pre dir="ltr">parley account add NODE kim --officer K1 --roles duty-officer --languages en --password-file FILE</pre>
      {session.value?.rights.includes('administer') ? (
        <details>
          <summary>{t('link.title')}</summary>
          <FirstLink />
        </details>
      ) : null}
      <button class="main" type="button" onClick={leave}>
        {t('top.leave')}
      </button>
    </section>
  );
}
