import type { Answer } from '../api/types';
import { harmless } from '../text/harmless';
import { t } from '../text/say';

/** The reason that somebody gave with an answer, where there is one. */
export function Why({ of }: { readonly of: Answer }) {
  const reason = of.body?.['reason'];
  return typeof reason === 'string' && reason.trim() ? (
    <span class="reason">
      {t('sheet.reason')}: <bdi>{harmless(reason)}</bdi>
    </span>
  ) : null;
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
