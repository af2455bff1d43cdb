import { useEffect } from 'preact/hooks';
import { replayed } from '../state/clock';
import { asKnownThen, heldThen, type Holding } from '../state/knowledge';
import { readLog } from '../state/load';
import { Ltr, t } from '../text/say';

/** So many records are named that had not come. */
const NAMED = 4;

/** In a replay: what each party's machine held then. Two desks that hold the same now may have known different things. */
export function HeldThen() {
  const replays = replayed.value !== undefined;
  useEffect(() => (replays ? readLog() : undefined), [replays]);
  if (!replays) {
    return null;
  }
  return (
    <div class="banner replay" role="status">
      <label class="tick">
        <input type="checkbox" checked={asKnownThen.value} onChange={(event) => (asKnownThen.value = event.currentTarget.checked)} />
        {t('known.then')}
      </label>
      {heldThen.value.map((each) => (
        <span key={each.party} class="held">
          <Held of={each} />
        </span>
      ))}
    </div>
  );
}

function Held({ of }: { readonly of: Holding }) {
  if (of.lacked.length === 0) {
    return <>{t('known.held', { party: of.party, n: of.held })}</>;
  }
  const more = of.lacked.length > NAMED ? ` +${of.lacked.length - NAMED}` : '';
  return (
    <>
      {t('known.lacked', { party: of.party, n: of.held })} <Ltr>{of.lacked.slice(0, NAMED).join(', ') + more}</Ltr>
    </>
  );
}
