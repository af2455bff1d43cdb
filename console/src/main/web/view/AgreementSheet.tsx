import { useSignal } from '@preact/signals';
import type { Subject } from '../api/types';
import { differences } from '../state/differences';
import { line, subjectOf, subjects } from '../state/store';
import { moment } from '../time/format';
import { Ltr, plain, t } from '../text/say';
import { Choice } from './Field';
import { Proposal } from './Proposal';
import { fieldName } from './RecordText';
import { Sheet } from './Sheets';

const NOTHING = '';

/** How a version of the agreement stands. */
function standing(of: Subject): 'in-force' | 'withdrawn' | 'ended' | 'concluded' | 'proposed' {
  const last = of.properties.statuses.at(-1)?.status;
  if (last === 'withdrawn') {
    return 'withdrawn';
  }
  if (subjectOf(line.value?.agreement ?? '')?.id === of.id) {
    return 'in-force';
  }
  return last === 'ended' ? 'ended' : of.properties.concluded ? 'concluded' : 'proposed';
}

/** Left to right in any sentence; a choice takes text alone. */
function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}

function named(of: Subject): string {
  return `${isolated(of.id)} · ${plain(`agreement.${standing(of)}`)} · ${isolated(moment(Date.parse(of.properties.since)))}`;
}

/** The agreement: each version that was proposed, what of it is other than in another one, and its answers. */
export function AgreementSheet() {
  const all = subjects.value.filter((each) => each.properties.kind === 'agreement').sort((one, other) => other.properties.since.localeCompare(one.properties.since));
  const inForce = subjectOf(line.value?.agreement ?? '');
  const chosen = useSignal(all[0]?.id ?? NOTHING);
  const beside = useSignal((inForce?.id === all[0]?.id ? all[1]?.id : inForce?.id) ?? NOTHING);
  const of = all.find((each) => each.id === chosen.value);
  const choices = all.map((each) => [each.id, named(each)] as const);
  return (
    <Sheet title={t('agreement.title')} wide>
      {of ? (
        <>
          <div class="columns">
            <Choice label={t('agreement.version')} of={chosen} choices={choices} />
            <Choice label={t('agreement.beside')} of={beside} choices={[[NOTHING, plain('agreement.nothing')], ...choices]} />
          </div>
          {beside.value === NOTHING ? null : <Differences from={all.find((each) => each.id === beside.value)} to={of} />}
          <Proposal of={of} countered={() => undefined} />
        </>
      ) : (
        <p class="note">{t('agreement.none')}</p>
      )}
    </Sheet>
  );
}

/** A path into a body with the names of its fields in the desk's language, where they have any. */
function told(path: string): string {
  return path
    .split('.')
    .map((each) => {
      const [, name = each, rest = ''] = /^([^[]+)(.*)$/.exec(each) ?? [];
      return fieldName(name) + rest;
    })
    .join(' › ');
}

function Differences({ from, to }: { readonly from: Subject | undefined; readonly to: Subject }) {
  const all = differences(from?.properties.body ?? {}, to.properties.body ?? {});
  if (all.length === 0) {
    return <p class="note">{t('agreement.same')}</p>;
  }
  return (
    <div class="ledger" tabIndex={0} role="region" aria-label={plain('agreement.differences')}>
      <table>
        <caption>{t('agreement.count', { n: all.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agreement.field')}</th>
            <th scope="col">
              <Ltr>{from?.id}</Ltr>
            </th>
            <th scope="col">
              <Ltr>{to.id}</Ltr>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((each) => (
            <tr key={each.path}>
              <th scope="row">
                <bdi>{told(each.path)}</bdi>
              </th>
              <td>{each.old === undefined ? t('agreement.absent') : <bdi>{each.old}</bdi>}</td>
              <td>{each.now === undefined ? t('agreement.absent') : <bdi>{each.now}</bdi>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
