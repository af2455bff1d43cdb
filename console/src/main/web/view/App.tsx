import { asked, session, trouble } from '../state/store';
import { t } from '../text/say';
import { Desk } from './Desk';
import { Failure } from './Failure';
import { SignIn } from './SignIn';

/** The page: whoever is signed in and may read has the desk, everybody else the door. */
export function App() {
  if (!asked.value) {
    return <main class="waits">{t('page.loading')}</main>;
  }
  if (session.value?.rights.includes('read')) {
    return <Desk />;
  }
  return (
    <>
      <SignIn />
      {trouble.value ? <Failure why={trouble.value} /> : null}
    </>
  );
}
