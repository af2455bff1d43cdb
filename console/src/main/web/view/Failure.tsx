import { Refused, Unreachable } from '../api/client';
import { Ltr, t } from '../text/say';

/** Why the node did not do what it was asked: every reason, and the way out of each. */
export function Failure({ why }: { readonly why: unknown }) {
  if (why instanceof Unreachable) {
    return <p class="failure" role="alert">{t('failure.unreachable')}</p>;
  }
  if (!(why instanceof Refused)) {
    return <p class="failure" role="alert">{t('failure.unknown', { why: String(why) })}</p>;
  }
  return (
    <div class="failure" role="alert">
      <strong dir="ltr">{why.title}</strong>
      <ul>
        {why.reasons.map((each) => (
          <li key={each.field + each.value}>
            <Ltr>
              {each.field}
              {each.value ? ` “${each.value}”` : ''}: {each.reason}
              {each.wayOut ? ` → ${each.wayOut}` : ''}
            </Ltr>
          </li>
        ))}
      </ul>
    </div>
  );
}
