import { signal, type Signal } from '@preact/signals';
import type { Statement } from '../api/types';
import { remembered } from './remembered';

/** A site as it is being written. */
export interface SitePlan {
  readonly sort: Signal<string>;
  readonly name: Signal<string>;
  readonly place: Signal<string>;
  readonly buffer: Signal<string>;
  readonly from: Signal<string>;
  readonly until: Signal<string>;
}

/** The site that is written anew. Where it is no browser keeps: the next at this desk may not see sites. */
export const newSite: SitePlan = {
  sort: remembered('site.sort', 'hospital'),
  name: signal(''),
  place: signal(''),
  buffer: remembered('site.buffer', '500 m'),
  from: signal(''),
  until: signal(''),
};

/** Nothing of it is to be seen the next time; its kind and buffer stay. */
export function emptiedSite(of: SitePlan): void {
  [of.name, of.place, of.from, of.until].forEach((each) => (each.value = ''));
}

/** Whether nothing is missing that the node has to know. */
export function isWholeSite(of: SitePlan): boolean {
  return [of.name, of.place, of.buffer, of.from, of.until].every((each) => each.value.trim() !== '');
}

/** What it says as a new site. */
export function siteNotice(of: SitePlan): Statement {
  return { kind: 'site', body: { site: of.sort.value, name: of.name.value.trim(), place: of.place.value.trim(), buffer: of.buffer.value.trim(), validFrom: of.from.value, validUntil: of.until.value } };
}
