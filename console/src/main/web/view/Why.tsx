import type { Answer } from '../api/types';
import { harmless } from '../text/harmless';
import { t } from '../text/say';

/** A reason that somebody gave, where there is one. */
export function Reason({ text }: { readonly text: unknown }) {
  return typeof text === 'string' && text.trim() ? (
    <span class="reason">
      {' '}
      {t('sheet.reason')}: <bdi>{harmless(text)}</bdi>
    </span>
  ) : null;
}

/** The reason that somebody gave with an answer. */
export function Why({ of }: { readonly of: Answer }) {
  return <Reason text={of.body?.['reason']} />;
}

/** How far down something was relayed, and how much of that was reached. */
export function Reach({ of }: { readonly of: Answer }) {
  const { level, coverage } = of.body ?? {};
  return of.says === 'relayed' && typeof level === 'number' ? (
    <span class="reach">
      {t('said.level', { level })}
      {typeof coverage === 'string' && coverage ? t('said.coverage', { coverage: `${coverage} %` }) : null}
    </span>
  ) : null;
}
