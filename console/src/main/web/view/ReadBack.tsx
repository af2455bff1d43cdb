import { useSignal } from '@preact/signals';
import type { Position } from 'geojson';
import type { Answer, Body } from '../api/types';
import { fields } from '../state/activities';
import { at, entered, partsOf, told, type Part } from '../state/readback';
import { book, records, session, subjectOf, version } from '../state/store';
import { Apart, Ltr, plain, t } from '../text/say';
import { distance } from '../text/values';
import { Failure } from './Failure';
import { fieldName, place } from './RecordText';
import { useSaying } from './saying';

/** How a value that is read back is called: which space, what, which place. */
export function partName({ name, space, n }: Part): string {
  const what = name === 'place' && n !== undefined ? plain('readback.place', { n }) : fieldName(name);
  return space === undefined ? what : `${plain('volume.title', { n: space })} · ${what}`;
}

/** A value as it is said or was read: a place latitude first, a length in its unit. */
export function partValue(part: Part | undefined, value: unknown): string {
  if (Array.isArray(value) && typeof value[0] === 'number') {
    return place(value as Position);
  }
  const of = fields(value);
  if (of['type'] === 'Point') {
    return place(of['coordinates'] as Position);
  }
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) {
    return value.replace('T', ' ').replace(/(:00)?(\.0+)?Z$/, 'Z');
  }
  return typeof value === 'number' && (part?.name === 'radius' || part?.name === 'halfWidth') ? distance(value) : String(value ?? '—');
}

/** What comes into a field otherwise than by a person's fingers. */
const BY_FINGERS: readonly string[] = ['insertText', 'insertCompositionText', 'insertLineBreak'];

function refuse(event: InputEvent): void {
  if (event.inputType.startsWith('insert') && !BY_FINGERS.includes(event.inputType)) {
    event.preventDefault();
  }
}

interface Given {
  readonly line: string;
  readonly about: string;
  readonly kind: string;
  readonly body: Body;
}

/**
 * Reading back what matters of a record. The fields begin empty and take neither paste nor what the browser remembers, so that
 * what comes back went through a person. Where it differs both values are shown; only the author corrects.
 */
export function ReadBack({ line, about, kind, body }: Given) {
  void version.value;
  const saying = useSaying();
  const parts = partsOf(kind, body, book.value);
  const read = useSignal<readonly string[]>(parts.map(() => ''));
  const isWhole = parts.every((_, i) => read.value[i]?.trim());
  const mine = subjectOf(about)?.properties.answers.filter((each) => each.says === 'read-back' && each.about === about).at(-1);
  const submit = async (event: Event) => {
    event.preventDefault();
    await saying.say(line, { kind: 'answer', about, body: { says: 'read-back', fields: entered(parts, read.value, body) } });
  };
  return (
    <form class="read-back" onSubmit={submit} autoComplete="off">
      <p class="note">{t('readback.how')}</p>
      <div class="columns">
        {parts.map((part, i) => (
          <div class="field" key={part.path.join('.')}>
            <label for={`rb-${i}`}>{partName(part)}</label>
            <input
              id={`rb-${i}`}
              dir="ltr"
              autoComplete="off"
              spellcheck={false}
              {...(i === 0 ? { 'data-first': true } : {})}
              value={read.value[i] ?? ''}
              onPaste={(event) => event.preventDefault()}
              onDrop={(event) => event.preventDefault()}
              onBeforeInput={refuse}
              onInput={(event) => {
                read.value = read.value.with(i, event.currentTarget.value);
              }}
            />
          </div>
        ))}
      </div>
      <button type="submit" class="main" disabled={!isWhole || saying.busy.value || !session.value}>
        {t('readback.send')}
      </button>
      {saying.why.value ? <Failure why={saying.why.value} /> : null}
      {mine ? <Compared of={mine} /> : null}
    </form>
  );
}

/** Where a read-back and what was said are not the same: both, and how far apart. */
export function Compared({ of }: { readonly of: Answer }) {
  if (!of.differences || of.differences.length === 0) {
    return <p class="note">{t('readback.same')}</p>;
  }
  const record = records.value.find((each) => each.record === of.about);
  const said = fields(record?.body ?? subjectOf(of.about)?.properties.body);
  const parts = partsOf(record?.kind ?? subjectOf(of.about)?.properties.kind ?? '', said, book.value);
  const read = fields(of.body)['fields'];
  return (
    <div class="failure" role="alert">
      <strong>{t('readback.differs')}</strong>
      <ul>
        {told(of.differences, parts).map(({ difference: each, part }) => {
          const isPlace = each.apart !== undefined;
          return (
            <li key={each.field}>
              {part ? partName(part) : <Ltr>{each.field}</Ltr>}: {t('readback.said')}{' '}
              <Apart>{partValue(part, part && !isPlace ? at(said, part.path) : each.said)}</Apart>, {t('readback.read')}{' '}
              <Apart>{partValue(part, part && !isPlace ? (at(read, part.path) ?? each.read) : each.read)}</Apart>
              {each.apart === undefined ? null : <> ({distance(each.apart)})</>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
