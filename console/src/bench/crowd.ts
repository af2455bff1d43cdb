import type { Position } from 'geojson';
import type { Subject } from '../main/web/api/types';

/** A day of which so many activities are made, and the theatre in which they lie. */
const DAY = 20 * 3_600_000;
const [WEST, SOUTH, WIDE, HIGH] = [38, 34, 4, 3] as const;

/** A generator of the same numbers every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function time(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** A circle, a corridor of three stretches, or a box: each a third of them. */
function shape(i: number, random: () => number): Record<string, unknown> {
  const at: Position = [WEST + random() * WIDE, SOUTH + random() * HIGH];
  const beside = ([lon = 0, lat = 0]: Position): Position => [lon + (random() - 0.5) * 0.2, lat + (random() - 0.5) * 0.2];
  switch (i % 3) {
    case 0:
      return { geometry: { type: 'Point', coordinates: at }, radius: 1_000 + random() * 9_000 };
    case 1: {
      const second = beside(at);
      const third = beside(second);
      return { geometry: { type: 'LineString', coordinates: [at, second, third, beside(third)] }, halfWidth: 500 + random() * 2_000 };
    }
    default: {
      const [lon = 0, lat = 0] = at;
      const [w, h] = [0.05 + random() * 0.1, 0.05 + random() * 0.1];
      return { geometry: { type: 'Polygon', coordinates: [[[lon, lat], [lon + w, lat], [lon + w, lat + h], [lon, lat + h], [lon, lat]]] } };
    }
  }
}

/** So many activities of two parties over twenty hours, of which about `atOnce` count at the same time: what a node would tell of them. */
export function crowd(count: number, atOnce: number, line: string, begins: number): Subject[] {
  const random = seeded(count);
  const lasts = (DAY * atOnce) / count;
  return Array.from({ length: count }, (_, i) => {
    const owner = i % 2 === 0 ? 'AZURE' : 'BIRCH';
    const from = begins + random() * DAY;
    const lower = Math.floor(random() * 8_000);
    const volume = {
      ...shape(i, random),
      lower: `${lower} m HAE`,
      upper: `${lower + 600} m HAE`,
      hae: { lower, upper: lower + 600 },
      from: time(from),
      until: time(from + lasts * (0.5 + random())),
    };
    const id = `${owner}-${i + 10}`;
    const status = { status: 'stopped', at: volume.until, record: `${id}0` };
    return {
      id,
      geometry: null,
      properties: {
        line, kind: 'activity', owner, current: id, versions: 1, since: time(begins), heard: false, exercise: false,
        body: { activity: 'uas', name: `${owner.charAt(0)}-${i}`, volumes: [volume] },
        statuses: [status], answers: [], heardAnswers: [], delivery: {},
      },
    };
  });
}
