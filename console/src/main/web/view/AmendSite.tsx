import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Position } from 'geojson';
import type { Outcome, Statement, Subject } from '../api/types';
import { writtenPlace } from '../geo/coordinates';
import { fields } from '../state/activities';
import { opened } from '../state/opened';
import { others } from '../state/store';
import { Ltr, t, w } from '../text/say';
import { Failure } from './Failure';
import { Field } from './Field';
import { useLooking } from './looking';
import { Previewed } from './Previewed';
import { useSaying } from './saying';
import { Sheet } from './Sheets';

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What of a site can be another in its next version, as fields. */
function written(of: Subject) {
  const body = fields(of.properties.body);
  const [lon = 0, lat = 0] = (fields(body['place'])['coordinates'] ?? []) as Position;
  return { place: writtenPlace({ lon, lat }, 7), buffer: `${String(body['buffer'] ?? 0)} m`, validUntil: text(body['validUntil']) };
}

/** The next version of an own site: whoever reads it holds the point for good, and is told so before it is sent (W11). */
export function AmendSite({ of }: { readonly of: Subject }) {
  const saying = useSaying();
  const waits = useSignal('');
  const old = useMemo(() => written(of), [of]);
  const place = useSignal(old.place);
  const buffer = useSignal(old.buffer);
  const validUntil = useSignal(old.validUntil);
  const now = { place: place.value, buffer: buffer.value, validUntil: validUntil.value };
  const changed = JSON.stringify(now) !== JSON.stringify(old);
  const statement: Statement = { kind: 'site', about: of.properties.current, body: { ...of.properties.body, ...now } };
  const { preview, wrong } = useLooking(changed ? statement : undefined);
  const said = (outcome: Outcome | undefined) => {
    if (outcome?.draft) {
      waits.value = outcome.draft;
    } else if (outcome) {
      opened.value = undefined;
    }
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    said(await saying.say(of.properties.line, statement));
  };
  return (
    <Sheet
      title={
        <>
          {t('amend.title')} <Ltr>{`${text(of.properties.body?.['name'])} ${of.properties.current}`}</Ltr>
        </>
      }
    >
      <form class="form" onSubmit={submit}>
        <div class="columns">
          <Field label={t('field.place')} of={place} required dir="ltr" data-first />
          <Field label={t('field.buffer')} of={buffer} required dir="ltr" />
          <Field label={t('field.validUntil')} of={validUntil} required dir="ltr" />
        </div>
        {preview.value ? <Previewed of={preview.value} /> : null}
        {wrong.value ? <Failure why={wrong.value} /> : null}
        <p class="warn-text">{w('W11', { receivers: others.value.join(', ') })}</p>
        {waits.value ? (
          <p class="warn-text" role="status">
            {t('notify.waits', { draft: waits.value })}
          </p>
        ) : (
          <button type="submit" class="main" disabled={saying.busy.value || !changed}>
            {t('amend.send')}
          </button>
        )}
        {saying.why.value ? <Failure why={saying.why.value} /> : null}
      </form>
    </Sheet>
  );
}
