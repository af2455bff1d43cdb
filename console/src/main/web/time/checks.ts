import type { Body } from '../api/types';

const DAY = 86_400_000;

/** When a person is next to check the line, by the times that the agreement has; undefined where it has none. */
export function nextCheck(agreement: Body, now: number): number | undefined {
  const given = agreement['humanChecks'];
  const midnight = Math.floor(now / DAY) * DAY;
  const next = (Array.isArray(given) ? given : [])
    .map((each: { at?: unknown }) => each.at)
    .filter((at) => typeof at === 'number')
    .map((at) => midnight + at * 1_000)
    .map((at) => (at > now ? at : at + DAY));
  return next.length > 0 ? Math.min(...next) : undefined;
}
