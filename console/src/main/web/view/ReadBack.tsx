import { useSignal } from '@preact/signals';
import type { Geometry } from 'geojson';
import type { Answer, Body } from '../api/types';
import { fields } from '../state/activities';
import { session, subjectOf, version } from '../state/store';
import { Ltr, t } from '../text/say';
import { distance } from '../text/values';
import { Failure } from './Failure';
import { useSaying } from './saying';

/** One value that is read back, and where it goes. */
interface Part {
  readonly name: string;
  readonly label: string;
}

function volumes(body: Body | null | undefined): readonly Body[] {
  const list = fields(body)['volumes'];
  return Array.isArray(list) ? list.map(fields) : [];
}

function places(geometry: Geometry): number {
  return geometry.type === 'Point' ? 1 : geometry.type === 'LineString' ? geometry.coordinates.length : 0;
}

/** Whether a record can be read back here: one volume round a place or along a few. Others are read back by voice. */
export function readable(body: Body | null | undefined): boolean {
  const [volume, ...more] = volumes(body);
  const count = volume ? places(volume['geometry'] as Geometry) : 0;
  return more.length === 0 && count > 0 && count <= 8;
}

function parts(volume: Body): Part[] {
  const geometry = volume['geometry'] as Geometry;
  const points = Array.from({ length: places(geometry) }, (_, i) => ({ name: `place${i}`, label: `${i + 1}` }));
  const width = geometry.type === 'Point' ? 'radius' : 'halfWidth';
  return [...points, ...[width, 'lower', 'upper', 'from', 'until'].map((name) => ({ name, label: name }))].filter(
    ({ name }) => name.startsWith('place') || volume[name] !== undefined,
  );
}

/** The volume as it was read back. */
function entered(volume: Body, read: Readonly<Record<string, string>>): Body {
  const geometry = volume['geometry'] as Geometry;
  const points = Array.from({ length: places(geometry) }, (_, i) => read[`place${i}`] ?? '');
  const rest = Object.entries(read).filter(([name]) => !name.startsWith('place'));
  return {
    geometry: { type: geometry.type, coordinates: geometry.type === 'Point' ? points[0] : points },
    ...Object.fromEntries(rest),
  };
}

/**
 * Reading back what matters of a notice. The fields begin empty and take neither paste nor what the browser remembers, so that
 * what comes back went through a person. Where it differs both values are shown; only the author corrects.
 */
export function ReadBack({ line, about, body }: { readonly line: string; readonly about: string; readonly body: Body }) {
  void version.value;
  const saying = useSaying();
  const read = useSignal<Readonly<Record<string, string>>>({});
  const [volume] = volumes(body);
  if (!volume) {
    return null;
  }
  const all = parts(volume);
  const whole = all.every(({ name }) => read.value[name]?.trim());
  const subject = subjectOf(about);
  const mine = subject?.properties.answers.filter((each) => each.says === 'read-back' && each.about === about).at(-1);
  const submit = async (event: Event) => {
    event.preventDefault();
    await saying.say(line, { kind: 'answer', about, body: { says: 'read-back', fields: { volumes: [entered(volume, read.value)] } } });
  };
  return (
    <form class="read-back" onSubmit={submit} autoComplete="off">
      <p class="note">{t('readback.how')}</p>
      <div class="columns">
        {all.map(({ name, label }, i) => (
          <div class="field" key={name}>
            <label for={`rb-${name}`}>{name.startsWith('place') ? t('readback.place', { n: label }) : t(`field.${label}` as 'field.lower')}</label>
            <input
              id={`rb-${name}`}
              dir="ltr"
              autoComplete="off"
              spellcheck={false}
              {...(i === 0 ? { 'data-first': true } : {})}
              value={read.value[name] ?? ''}
              onPaste={(event) => event.preventDefault()}
              onDrop={(event) => event.preventDefault()}
              onInput={(event) => {
                read.value = { ...read.value, [name]: event.currentTarget.value };
              }}
            />
          </div>
        ))}
      </div>
      <button type="submit" class="main" disabled={!whole || saying.busy.value || !session.value}>
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
  return (
    <div class="failure" role="alert">
      <strong>{t('readback.differs')}</strong>
      <ul>
        {of.differences.map((each) => (
          <li key={each.field}>
            <Ltr>{each.field}</Ltr>: {t('readback.said')} <Ltr>{String(each.said ?? '—')}</Ltr>, {t('readback.read')}{' '}
            <Ltr>{String(each.read)}</Ltr>
            {each.apart === undefined ? null : <> ({distance(each.apart)})</>}
          </li>
        ))}
      </ul>
    </div>
  );
}
