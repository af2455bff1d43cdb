import { useSignal } from '@preact/signals';
import type { BookField } from '../api/types';
import { opened } from '../state/opened';
import { whenTaken } from '../state/outbox';
import { remembered } from '../state/remembered';
import { book, line, others } from '../state/store';
import { language } from '../text/language';
import { phrase, plain, t, w } from '../text/say';
import { Failure } from './Failure';
import { Choice, Field } from './Field';
import { Filled } from './Filled';
import { fieldName } from './RecordText';
import { useSaying } from './saying';
import { Sheet } from './Sheets';

/** What was written and not sent: it outlives a reload and a session. */
const template = remembered('write.template', '');
const written = remembered<Readonly<Record<string, string>>>('write.fields', {});
const free = remembered('write.free', '');

const FREE = '';

whenTaken(({ kind, body }) => {
  if (kind === 'message' && (body['text'] === free.peek() || body['template'] === template.peek())) {
    written.value = {};
    free.value = '';
  }
});

/** What a person wrote into a field, as the node takes it. */
function given(field: BookField, text: string): unknown {
  switch (field.type) {
    case 'count':
    case 'course':
      return Number(text);
    case 'speed': {
      const [, value = '', unit = ''] = /^(\d+)\s*(km\/h|kt)$/.exec(text.trim()) ?? [];
      return value ? { value: Number(value), unit } : text;
    }
    default:
      return text;
  }
}

/** A message: of a template, in every language, or in free words. */
export function Composer() {
  const saying = useSaying();
  const to = useSignal(others.value[0] ?? '');
  const receiver = to.value;
  const templates = book.value?.templates.filter((each) => each.kind === 'message') ?? [];
  const chosen = templates.find((each) => each.code === template.value);
  const submit = async (event: Event) => {
    event.preventDefault();
    const of = line.value;
    if (!of) {
      return;
    }
    const filled = chosen?.fields.filter((each) => written.value[each.name]?.trim()).map((each) => [each.name, given(each, written.value[each.name] ?? '')]);
    const body = chosen
      ? { template: chosen.code, to: { party: receiver }, fields: Object.fromEntries(filled ?? []) as Record<string, unknown> }
      : { text: free.value, to: { party: receiver } };
    if (await saying.say(of.line, { kind: 'message', body, ...(chosen ? { precedence: chosen.precedence } : {}) })) {
      written.value = {};
      free.value = '';
      opened.value = undefined;
    }
  };
  return (
    <Sheet title={t('write.title')}>
      <form onSubmit={submit} class="form">
        <Choice
          label={t('write.template')}
          of={template}
          choices={[[FREE, plain('write.free')], ...templates.map((each) => [each.code, `${each.code} · ${title(each.text)}`] as const)]}
        />
        <Choice label={t('write.to')} of={to} choices={others.value.map((each) => [each, each])} />
        {chosen ? (
          <div class="columns">
            {chosen.fields.map((each) => (
              <TemplateField key={each.name} of={each} />
            ))}
          </div>
        ) : (
          <Field label={t('write.text')} of={free} dir="auto" required data-first />
        )}
        {chosen ? <Filled of={chosen} written={written.value} /> : null}
        {chosen ? null : <p class="warn-text">{w('W16', { language: phrase(`language.${language.value}`, '') }, language.value === 'en' ? {} : { language: language.value })}</p>}
        <p class="effect">{t('write.effect', { to: receiver })}</p>
        <button type="submit" class="main" disabled={saying.busy.value}>
          {t('write.send')}
        </button>
        {saying.why.value ? <Failure why={saying.why.value} /> : null}
      </form>
    </Sheet>
  );
}

/** The beginning of a template's text, to choose it by. */
function title(id: string): string {
  return phrase(id, id)
    .replace(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '…')
    .slice(0, 48);
}

function TemplateField({ of }: { readonly of: BookField }) {
  const id = `template-${of.name}`;
  const value = written.value[of.name] ?? '';
  const set = (next: string) => {
    written.value = { ...written.value, [of.name]: next };
  };
  const words = of.list ? (book.value?.lists[of.list] ?? []) : [];
  return (
    <div class="field">
      <label for={id}>
        {fieldName(of.name)}
        {of.required ? '' : ` (${plain('optional')})`}
      </label>
      {words.length > 0 ? (
        <select id={id} value={value} required={of.required} onChange={(event) => set(event.currentTarget.value)}>
          <option value="" />
          {words.map((each) => (
            <option key={each} value={each.slice(each.indexOf('.') + 1)}>
              {phrase(each, each)}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} value={value} required={of.required} dir={of.type === 'text' ? 'auto' : 'ltr'} onInput={(event) => set(event.currentTarget.value)} />
      )}
    </div>
  );
}
