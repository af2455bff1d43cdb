import { useSignal } from '@preact/signals';
import type { Subject } from '../api/types';
import { ASKED, fieldOf, isAbout, possible, statement, WRITTEN, written, type Asked } from '../state/asking';
import { conflicts, line, selected, session, subjectOf, version } from '../state/store';
import { opened } from '../state/opened';
import { whenTaken } from '../state/outbox';
import { fields } from '../state/activities';
import { NAMES } from '../text/language';
import { Ltr, plain, t, word } from '../text/say';
import { Failure } from './Failure';
import { Choice } from './Field';
import { useLooking } from './looking';
import { Previewed } from './Previewed';
import { fieldName, RecordText } from './RecordText';
import { useSaying } from './saying';
import { Sheet } from './Sheets';

const HINTS: Readonly<Record<string, Parameters<typeof plain>[0]>> = {
  places: 'ask.places-hint', place: 'hint.place', radius: 'hint.length', from: 'hint.time', until: 'hint.time', at: 'hint.time', height: 'hint.height', course: 'ask.course-hint', speed: 'ask.speed-hint',
};

whenTaken(({ kind }) => {
  if (ASKED.some((each) => each === kind)) {
    written.value = {};
  }
});

/** Words of a person; all else is written from the left in any language. */
const WORDS = new Set(['question', 'reason', 'description', 'right', 'words']);

/** The record of another party that is in hand, or its side of the conflict that is. */
export function othersInHand(): string | undefined {
  const conflict = conflicts.peek().find((each) => each.id === selected.peek());
  const found = (conflict ? [conflict.a, conflict.b] : [selected.peek() ?? '']).map(subjectOf).find((each) => each && each.properties.owner !== line.peek()?.me);
  return found?.id;
}

/** Asks about what is in hand, or declares: a query, a hold request, whether a force is theirs, that all is notified. */
export function AskSheet({ about, first }: { readonly about: string | undefined; readonly first?: string | undefined }) {
  void version.value;
  const saying = useSaying();
  const subject = about === undefined ? undefined : subjectOf(about);
  const hasWords = typeof fields(subject?.properties.body)['text'] === 'string';
  const choices = possible(subject && (subject.properties.owner === line.value?.me ? 'own' : 'another'), hasWords);
  const kind = useSignal<string>(first ?? choices[0] ?? 'completeness');
  const asked = kind.value as Asked;
  const of = line.value;
  const said = of ? statement(asked, written.value, of, subject?.properties.current) : undefined;
  const { preview, wrong } = useLooking(said);
  const owner = subject?.properties.owner ?? '';
  const submit = async (event: Event) => {
    event.preventDefault();
    if (of && said && (await saying.say(of.line, said))) {
      written.value = {};
      opened.value = undefined;
    }
  };
  const drafted = fields(fields(subject?.properties.suggested?.[0])['body'])['question'];
  return (
    <Sheet title={t('ask.title')}>
      <form class="form" onSubmit={submit}>
        <Choice label={t('ask.what')} of={kind} choices={choices.map((each) => [each, plain(`ask.${each}`)])} />
        {isAbout(asked) && subject ? (
          <RecordText kind={subject.properties.kind} body={subject.properties.body ?? {}} by={owner} about={subject.properties.current} />
        ) : null}
        {asked === 'query' && typeof drafted === 'string' ? (
          <p class="note">
            {t('ask.drafted')} <Ltr>{drafted}</Ltr>{' '}
            <button type="button" onClick={() => (written.value = { ...written.value, question: drafted })}>
              {t('ask.take')}
            </button>
          </p>
        ) : null}
        <div class="columns">
          {WRITTEN[asked].map((each, i) => (
            <Written key={asked + each} of={each} isFirst={i === 0} about={subject} />
          ))}
        </div>
        {preview.value ? <Previewed of={preview.value} /> : null}
        {wrong.value ? <Failure why={wrong.value} /> : null}
        <p class="effect">{t(`ask.effect-${asked}`, { party: owner, to: of?.members.map((each) => each.party).filter((each) => each !== of.me).join(', ') ?? '' })}</p>
        <button type="submit" class="main" disabled={!said || saying.busy.value || !session.value?.rights.includes(asked === 'translation' ? 'answer' : 'send')}>
          {word('ask-send', asked)}
        </button>
        {saying.why.value ? <Failure why={saying.why.value} /> : null}
      </form>
    </Sheet>
  );
}

/** The fields of a record that its author may correct, as they are called in it: those of a template one by one. */
function correctable(of: Subject | undefined): readonly (readonly [string, string])[] {
  const body = fields(of?.properties.body);
  const names = body['template'] === undefined ? Object.keys(body) : Object.keys(fields(body['fields']));
  return names.filter((each) => !UNSAID.has(each)).map((each) => [each, fieldName(each)]);
}

/** What the node adds to a body. */
const UNSAID = new Set(['rendered', 'unvetted', 'to']);

function Written({ of, isFirst, about }: { readonly of: string; readonly isFirst: boolean; readonly about: Subject | undefined }) {
  const { name, required } = fieldOf(of);
  const id = `ask-${name}`;
  const set = (text: string) => {
    written.value = { ...written.value, [name]: text };
  };
  const hint = HINTS[name];
  const more = { id, required, value: written.value[name] ?? '', ...(hint ? { 'aria-describedby': `${id}-hint` } : {}), ...(isFirst ? { 'data-first': true } : {}) };
  return (
    <div class="field">
      <label for={id}>
        {fieldName(name)}
        {required ? '' : ` (${plain('optional')})`}
      </label>
      {name === 'nil' ? (
        <select {...more} onChange={(event) => set(event.currentTarget.value)}>
          <option value="" />
          <option value="nil">{plain('ask.nil')}</option>
          <option value="some">{plain('ask.some')}</option>
        </select>
      ) : name === 'language' ? (
        <select {...more} onChange={(event) => set(event.currentTarget.value)}>
          <option value="" />
          {Object.entries(NAMES).map(([each, called]) => (
            <option key={each} value={each}>
              {called}
            </option>
          ))}
        </select>
      ) : name === 'field' ? (
        <select {...more} onChange={(event) => set(event.currentTarget.value)}>
          <option value="" />
          {correctable(about).map(([each, called]) => (
            <option key={each} value={each}>
              {called}
            </option>
          ))}
        </select>
      ) : (
        <input {...more} dir={WORDS.has(name) ? 'auto' : 'ltr'} onInput={(event) => set(event.currentTarget.value)} />
      )}
      {hint ? (
        <small id={`${id}-hint`} dir="auto">
          {plain(hint)}
        </small>
      ) : null}
    </div>
  );
}
