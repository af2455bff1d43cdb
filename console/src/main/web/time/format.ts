const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Two digits. */
function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Time of day in UTC, to the second: 10:02:13Z. */
export function clock(millis: number): string {
  return `${new Date(millis).toISOString().slice(11, 19)}Z`;
}

/** Time of day in UTC, to the minute: 10:04Z. */
export function minute(millis: number): string {
  return `${new Date(millis).toISOString().slice(11, 16)}Z`;
}

/** The day in UTC: 2026-11-29. */
export function day(millis: number): string {
  return new Date(millis).toISOString().slice(0, 10);
}

/** Day and time in UTC, to the minute: 2026-11-29 10:04Z. */
export function moment(millis: number): string {
  return `${day(millis)} ${minute(millis)}`;
}

/** Day and time as a person corrects it in a field: 2026-11-29T10:04:00Z. */
export function exact(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 19)}Z`;
}

/** A window as two times of day, 10:00–12:00Z, with the days where it is longer than one, or not of today. */
export function window(from: number, until: number, now: number): string {
  if (day(from) === day(until) && day(from) === day(now)) {
    return `${minute(from).slice(0, 5)}–${minute(until)}`;
  }
  return day(from) === day(until)
    ? `${day(from)} ${minute(from).slice(0, 5)}–${minute(until)}`
    : `${moment(from)} – ${moment(until)}`;
}

/** Time of day where the desk stands, by the browser's own zone: 13:02. */
export function local(millis: number): string {
  const at = new Date(millis);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The browser's offset from UTC at an instant: UTC+3, UTC−4:30. */
export function offset(millis: number): string {
  const minutes = -new Date(millis).getTimezoneOffset();
  const whole = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${whole}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** A running clock: 0:41, 12:05, 1:02:03. Negative spans have a minus before. */
export function timer(millis: number): string {
  const seconds = Math.trunc(Math.abs(millis) / SECOND);
  const hours = Math.trunc(seconds / 3600);
  const minutes = Math.trunc((seconds % 3600) / 60);
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  return millis < 0 && seconds > 0 ? `−${text}` : text;
}

/** A length of time in its largest unit, rounded down. */
export type Age = { readonly n: number; readonly unit: 's' | 'min' | 'h' | 'd' };

/** How old something is, in its largest unit, rounded down; nothing is younger than now. */
export function age(millis: number): Age {
  const span = Math.max(0, millis);
  if (span < MINUTE) {
    return { n: Math.trunc(span / SECOND), unit: 's' };
  }
  if (span < HOUR) {
    return { n: Math.trunc(span / MINUTE), unit: 'min' };
  }
  return span < DAY ? { n: Math.trunc(span / HOUR), unit: 'h' } : { n: Math.trunc(span / DAY), unit: 'd' };
}

/** An instant as somebody typed it: RFC 3339 with a zone, or a time of day in UTC on the day of `near`. */
export function instant(text: string, near: number): number | undefined {
  const given = text.trim();
  const short = /^(\d{1,2}):?(\d{2})(?::(\d{2}))?\s*Z?$/i.exec(given);
  if (short) {
    const [, hours = '0', minutes = '0', seconds = '0'] = short;
    return Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60
      ? Date.parse(`${day(near)}T00:00:00Z`) + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND
      : undefined;
  }
  const whole = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i.test(given);
  const read = whole ? Date.parse(given.replace(' ', 'T')) : NaN;
  return Number.isNaN(read) ? undefined : read;
}
