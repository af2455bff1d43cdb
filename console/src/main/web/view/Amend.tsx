import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Outcome, Subject } from '../api/types';
import { fields } from '../state/activities';
import { opened } from '../state/opened';
import { amendment, changes, planOf, textsOf, volumesOf, type Before } from '../state/plan';
import { others, selected, session, subjectOf } from '../state/store';
import { isKey, Ltr, plain, t, word } from '../text/say';
import { AmendSite } from './AmendSite';
import { Choice } from './Field';
import { PlanForm, ShapeChoice } from './PlanForm';
import { isAmendable } from './Report';
import { Sheet } from './Sheets';

/** Opens the amendment of what is in hand, where there is one to be said. */
export function amend(): void {
  const id = selected.peek() && subjectOf(selected.peek() ?? '')?.id;
  if (id && isAmendable(id) && session.peek()?.rights.includes('send')) {
    opened.value = { what: 'amend', id };
  }
}

/** The next version of an own activity or site. It replaces the version that was the newest when this was opened; where that is so no more, the node refuses it. */
export function AmendSheet({ id }: { readonly id: string }) {
  const subject = useMemo(() => subjectOf(id), [id]);
  const place = useSignal('0');
  if (!subject) {
    return null;
  }
  if (subject.properties.kind === 'site') {
    return <AmendSite of={subject} />;
  }
  const count = volumesOf(subject.properties.body).length;
  const title = (
    <>
      {t('amend.title')} <Ltr>{`${String(fields(subject.properties.body)['name'] ?? '')} ${subject.properties.current}`}</Ltr>
    </>
  );
  return (
    <Sheet title={title} beside>
      {count > 1 ? (
        <Choice label={t('amend.space')} of={place} choices={Array.from({ length: count }, (_, i) => [String(i), plain('volume.title', { n: i + 1 })])} />
      ) : null}
      <Amendment key={place.value} of={subject} place={Number(place.value)} />
    </Sheet>
  );
}

function Amendment({ of, place }: { readonly of: Subject; readonly place: number }) {
  const waits = useSignal('');
  const plan = useMemo(() => planOf(of, place), [of, place]);
  const old = useMemo(() => textsOf(plan), [plan]);
  const before: Before = { record: of.properties.current, body: of.properties.body ?? {}, place };
  const changed = changes(old, textsOf(plan));
  const said = (outcome: Outcome) => {
    if (outcome.draft) {
      waits.value = outcome.draft;
    } else {
      opened.value = undefined;
    }
  };
  const to = others.value;
  return (
    <PlanForm
      plan={plan}
      statement={amendment(plan, before)}
      place={place}
      head={
        <>
          <Changed of={changed} />
          <ShapeChoice plan={plan} />
        </>
      }
      effect={t('amend.effect', { to: to.join(', ') })}
      send={t('amend.send')}
      mayNot={changed.length === 0}
      said={said}
      waits={waits.value}
    />
  );
}

/** The name of a field of a plan. */
function named(field: string): string {
  const key = field === 'places' || field === 'shape' ? `notify.${field}` : field === 'width' ? 'amend.width' : `field.${field}`;
  return isKey(key) ? plain(key) : field;
}

/** What will be other than before: old and new of each. */
function Changed({ of }: { readonly of: ReturnType<typeof changes> }) {
  if (of.length === 0) {
    return <p class="note">{t('amend.none')}</p>;
  }
  const told = (field: string, text: string) => (field === 'shape' ? word('shape', text) : <Ltr>{text}</Ltr>);
  return (
    <dl class="understood changed">
      {of.map((each) => (
        <div key={each.field}>
          <dt>{named(each.field)}</dt>
          <dd>
            <del>{told(each.field, each.old)}</del> <ins>{told(each.field, each.now)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
