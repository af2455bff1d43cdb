import type { Geometry, Position } from 'geojson';
import type { ComponentChildren } from 'preact';
import type { Body, Language } from '../api/types';
import { shown } from '../geo/coordinates';
import { fields } from '../state/activities';
import { form } from '../state/settings';
import { window } from '../time/format';
import { now } from '../state/clock';
import { harmless } from '../text/harmless';
import { Isolated } from '../text/Isolated';
import { language, NAMES } from '../text/language';
import { isKey, Ltr, phrase, plain, t, w, word } from '../text/say';
import { distance } from '../text/values';

/** Fields that are shown in a way of their own, or say nothing to a person. */
const APART = new Set(['volumes', 'rendered', 'unvetted', 'template', 'fields', 'act', 'findings', 'logs', 'geometry', 'hae', 'finding', 'figures']);

/** Fields whose value is a word of the node. */
const WORDS: Readonly<Record<string, string>> = { activity: 'activity', status: 'status', says: 'answer', state: 'declared', what: 'stopwhat', change: 'change', as: 'as', side: 'side', measure: 'measure', site: 'site' };

export function place(at: Position): string {
  return shown({ lon: at[0] ?? 0, lat: at[1] ?? 0 }, form.value);
}

/** A text in the desk's language beside the other one of the pair; of each whether a linguist has released it. */
export function Pair({ body }: { readonly body: Body }) {
  const rendered = fields(body['rendered']);
  const unvetted = Array.isArray(body['unvetted']) ? body['unvetted'].map(String) : [];
  const first = language.value;
  const second: Language = first === 'en' ? 'ru' : 'en';
  return (
    <div class="texts">
      {[first, second].map((each) => {
        const text = rendered[each];
        return typeof text === 'string' ? (
          <div key={each} lang={each} dir={each === 'ar' ? 'rtl' : 'ltr'} class="text">
            <small lang={each}>{NAMES[each]}</small>
            <p>
              <Isolated text={text} />
            </p>
            {unvetted.includes(each) ? (
              <small class="warn-text" lang={first} dir="auto">
                {w('W16', { language: phrase(`language.${each}`, NAMES[each]) }, { language: first === 'en' ? phrase(`language.${each}`, NAMES[each]) : each })}
              </small>
            ) : null}
          </div>
        ) : null;
      })}
    </div>
  );
}

function isPlace(value: unknown): value is { readonly type: 'Point'; readonly coordinates: Position } {
  return fields(value)['type'] === 'Point';
}

function value(name: string, of: unknown): ComponentChildren {
  if (isPlace(of)) {
    return <Ltr>{place(of.coordinates)}</Ltr>;
  }
  if (fields(of)['geometry']) {
    return geometry(fields(of));
  }
  const group = WORDS[name];
  if (group && typeof of === 'string') {
    return word(group, of);
  }
  if (typeof of === 'boolean') {
    return t(of ? 'yes' : 'no');
  }
  if (typeof of === 'string' && /^\d{4}-\d\d-\d\dT/.test(of)) {
    return <Ltr>{of.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, 'Z')}</Ltr>;
  }
  if (Array.isArray(of)) {
    return (
      <ul class="nested">
        {of.map((each, i) => (
          <li key={i}>{value('', each)}</li>
        ))}
      </ul>
    );
  }
  if (typeof of === 'object' && of !== null) {
    return Object.entries(of).map(([inner, each]) => (
      <span key={inner} class="nested-pair">
        {fieldName(inner)}: {value(inner, each)}{' '}
      </span>
    ));
  }
  return <bdi>{harmless(String(of))}</bdi>;
}

function geometry(volume: Body): ComponentChildren {
  const of = volume['geometry'] as Geometry;
  const radius = volume['radius'];
  const half = volume['halfWidth'];
  if (of.type === 'Point') {
    return (
      <>
        <Ltr>{place(of.coordinates)}</Ltr> {typeof radius === 'number' ? t('volume.radius', { n: distance(radius) }) : null}
      </>
    );
  }
  const points = of.type === 'LineString' ? of.coordinates : of.type === 'Polygon' ? (of.coordinates[0] ?? []).slice(0, -1) : [];
  return (
    <>
      {points.slice(0, 6).map((each, i) => (
        <span key={i} class="vertex">
          <Ltr>{place(each)}</Ltr>
        </span>
      ))}
      {points.length > 6 ? t('volume.more', { n: points.length - 6 }) : null}
      {typeof half === 'number' ? <> {t('volume.half-width', { n: distance(half) })}</> : null}
    </>
  );
}

function Volume({ of }: { readonly of: Body }) {
  const from = Date.parse(String(of['from'] ?? ''));
  const until = Date.parse(String(of['until'] ?? ''));
  return (
    <dd class="volume">
      <span>{geometry(of)}</span>
      <Ltr>{`${String(of['lower'] ?? '−')} … ${String(of['upper'] ?? '−')}`}</Ltr>
      {Number.isNaN(from) || Number.isNaN(until) ? null : <Ltr>{window(from, until, now.value)}</Ltr>}
    </dd>
  );
}

/** The name of a field in the desk's language: the page's own, else that of the phrase book, else as the node says it. */
export function fieldName(name: string): string {
  const key = `field.${name}`;
  return isKey(key) ? plain(key) : phrase(`label.${name}`, name);
}

interface Given {
  readonly kind: string;
  readonly body: Body;
  readonly by: string;
  readonly about: string;
}

/** What a record says, in full. */
export function RecordText({ kind, body, by, about }: Given) {
  const list = Array.isArray(body['volumes']) ? body['volumes'].map(fields) : [];
  return (
    <div class="record">
      <p class="record-head">
        <Ltr>{about}</Ltr> · {word('kind', kind)} · <Ltr>{by}</Ltr>
      </p>
      {body['rendered'] ? <Pair body={body} /> : null}
      <dl>
        {Object.entries(body)
          .filter(([name]) => !APART.has(name))
          .map(([name, of]) => (
            <div key={name}>
              <dt>{fieldName(name)}</dt>
              <dd>{value(name, of)}</dd>
            </div>
          ))}
        {list.map((each, i) => (
          <div key={i}>
            <dt>{list.length > 1 ? t('volume.title', { n: i + 1 }) : t('volume.one')}</dt>
            <Volume of={each} />
          </div>
        ))}
      </dl>
    </div>
  );
}
