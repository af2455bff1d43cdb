import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Preview, Subject } from '../../main/web/api/types';
import { writtenPlace } from '../../main/web/geo/coordinates';
import { readLength, readPlace } from '../../main/web/geo/read';
import { apart, towards } from '../../main/web/geo/shapes';
import { add, adding, begin, drawn, drop, insert, met, move, next, outline, places, reach } from '../../main/web/state/drawing';
import { moved, nearest } from '../../main/web/state/endings';
import { amendment, changes, emptied, isWhole, joined, notice, notified, placesIn, planOf, textsOf } from '../../main/web/state/plan';

const FROM = '2026-11-29T10:00:00Z';
const UNTIL = '2026-11-29T12:00:00Z';

function subject(volumes: readonly object[]): Subject {
  return {
    id: 'AZURE-3',
    geometry: null,
    properties: {
      line: 'l', kind: 'activity', owner: 'AZURE', current: 'AZURE-5', versions: 2, since: FROM, heard: false, exercise: false,
      body: { activity: 'uas', name: 'A-02', callsign: 'HAWK', volumes },
      statuses: [], answers: [], heardAnswers: [], delivery: {},
    },
  };
}

const CIRCLE = { geometry: { type: 'Point', coordinates: [40.6212345, 35.03] }, radius: 8000, lower: '2400 m AMSL', upper: 'FL130', from: FROM, until: UNTIL, hae: { lower: 1, upper: 2 }, levels: {} };
const CORRIDOR = { geometry: { type: 'LineString', coordinates: [[40.35, 35.02], [40.55, -35.02]] }, halfWidth: 5000, edges: 'planar', lower: 'SFC', upper: '50 m AGL', from: FROM, until: UNTIL };
const HOLED = { ...CORRIDOR, geometry: { type: 'Polygon', coordinates: [[[0, 0], [9, 0], [9, 9], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]] } };

describe('an amendment', () => {
  test('says again all that it does not change, and nothing that the node computes', () => {
    const of = subject([CIRCLE, CORRIDOR]);
    const plan = planOf(of, 0);
    plan.upper.value = '2000 m AMSL';
    const said = amendment(plan, { record: 'AZURE-5', body: of.properties.body ?? {}, place: 0 });
    expect(said).toEqual({
      kind: 'activity',
      about: 'AZURE-5',
      body: {
        activity: 'uas', name: 'A-02', callsign: 'HAWK',
        volumes: [
          { geometry: { type: 'Point', coordinates: '35.03N,40.6212345E' }, radius: '8000 m', lower: '2400 m AMSL', upper: '2000 m AMSL', from: FROM, until: UNTIL },
          CORRIDOR,
        ],
      },
    });
  });

  test('of a shape that has no fields here keeps where it is', () => {
    const of = subject([HOLED]);
    const plan = planOf(of, 0);
    expect(plan.shape.value).toBe('kept');
    const said = amendment(plan, { record: 'AZURE-5', body: of.properties.body ?? {}, place: 0 });
    expect(said.body['volumes']).toEqual([HOLED]);
  });

  test('tells old and new of what is other than before, and of nothing else', () => {
    const plan = planOf(subject([CORRIDOR]), 0);
    const before = textsOf(plan);
    expect(before).toMatchObject({ shape: 'corridor', places: '35.02N,40.35E; 35.02S,40.55E', width: '5000 m' });
    expect(changes(before, textsOf(plan))).toEqual([]);
    plan.upper.value = ' 80 m AGL';
    expect(changes(before, textsOf(plan))).toEqual([{ field: 'upper', old: '50 m AGL', now: ' 80 m AGL' }]);
  });
});

describe('what is drawn', () => {
  beforeEach(() => {
    emptied(notified);
    notified.shape.value = 'polygon';
    drawn.value = notified;
  });
  afterEach(() => {
    drawn.value = undefined;
    met.value = undefined;
    adding.value = false;
    next.value = undefined;
  });

  test('is written into the fields, place by place, to the metre', () => {
    begin();
    add({ lat: 35.123456, lon: 40.5 });
    add({ lat: -1, lon: -2.00001 });
    expect(notified.places.value).toBe('35.12346N,40.5E; 1S,2.00001W');
    insert(1, { lat: 3, lon: 4 });
    move(0, { lat: 5, lon: 6 });
    drop(2);
    expect(placesIn(notified.places.value)).toEqual(['5N,6E', '3N,4E']);
  });

  test('as a circle is a centre, then a radius in tens of metres, and begins anew', () => {
    notified.shape.value = 'circle';
    begin();
    add({ lat: 0, lon: 0 });
    expect(adding.value).toBe(true);
    add({ lat: 0, lon: 0.1 });
    expect(adding.value).toBe(false);
    expect(notified.width.value).toBe('11120 m');
    reach({ lat: 0, lon: 0 });
    expect(notified.width.value).toBe('10 m');
    begin();
    expect(notified.places.value).toBe('');
  });

  test('shows the place under the pointer before it is given, and not after', () => {
    notified.places.value = '0N,0E; 0N,1E';
    next.value = { lat: 1, lon: 1 };
    expect(outline.value[0]?.[0]).toHaveLength(3);
    adding.value = true;
    expect(outline.value[0]?.[0]).toHaveLength(4);
  });

  test('a place that the node alone can read is drawn where the node says that it is', () => {
    notified.places.value = '35.02N 40.61E SK-42; 35N,40E';
    expect(places.value[0]).toBeUndefined();
    met.value = { understood: [{ field: 'volumes[0].geometry', given: '35.02N 40.61E SK-42', read: ['read as SK-42', '35.0300000°N 040.6200000°E'] }] } as unknown as Preview;
    expect(places.value).toEqual([{ lat: 35.03, lon: 40.62 }, { lat: 35, lon: 40 }]);
  });

  test('is whole when the node has all that it needs, and a polygon needs no width', () => {
    notified.places.value = joined(['0N,0E', '0N,1E', '1N,1E']);
    for (const each of [notified.name, notified.lower, notified.upper, notified.from, notified.until]) {
      expect(isWhole(notified)).toBe(false);
      each.value = 'x';
    }
    expect(isWhole(notified)).toBe(true);
    expect(notice(notified).body['volumes']).toMatchObject([{ geometry: { type: 'Polygon', coordinates: [['0N,0E', '0N,1E', '1N,1E', '0N,0E']] } }]);
    notified.shape.value = 'corridor';
    expect(isWhole(notified)).toBe(false);
  });

  test('reads what it writes, and lengths with their unit alone', () => {
    expect(readPlace(writtenPlace({ lat: -35.03, lon: 179.99999 }))).toEqual({ lat: -35.03, lon: 179.99999 });
    expect([readLength('8000 m'), readLength('5 km'), readLength('1 NM'), readLength('8000'), readLength('')]).toEqual([8000, 5000, 1852, undefined, undefined]);
    for (const bearing of [0, 45, 90, 200]) {
      expect(apart([40, 35], towards([40, 35], bearing, 12_345))).toBeCloseTo(12_345, 3);
    }
  });
});

describe('what would end a conflict', () => {
  const plan = { from: Date.parse(FROM), until: Date.parse(UNTIL), lower: '2400 m AMSL', upper: '4000 m AMSL' };

  test('moves window or band as a whole', () => {
    expect(moved(plan, 'later', 3, plan.from)).toEqual({ from: '2026-11-29T10:15:00Z', until: '2026-11-29T12:15:00Z' });
    expect(moved(plan, 'higher', 2, plan.from)).toEqual({ lower: '2600 m AMSL', upper: '4200 m AMSL' });
    expect(moved({ ...plan, lower: 'FL80', upper: 'FL100' }, 'lower', 1, plan.from)).toEqual({ lower: 'FL75', upper: 'FL95' });
    expect(moved({ ...plan, lower: '1000 ft AGL', upper: '2000 ft AGL' }, 'lower', 2, plan.from)).toEqual({ lower: '0 ft AGL', upper: '1000 ft AGL' });
  });

  test('leads neither into the past, nor below the ground, nor out of a unit', () => {
    expect(moved(plan, 'earlier', 1, plan.from)).toBeUndefined();
    expect(moved(plan, 'lower', 25, plan.from)).toBeUndefined();
    expect(moved({ ...plan, lower: 'SFC' }, 'higher', 1, plan.from)).toBeUndefined();
    expect(moved({ ...plan, upper: 'FL130' }, 'higher', 1, plan.from)).toBeUndefined();
    expect(moved({ ...plan, from: NaN }, 'later', 1, plan.from)).toBeUndefined();
  });

  test('is found by few looks, the first step that ends it', async () => {
    for (const wanted of [1, 2, 3, 7, 8, 100, 256]) {
      const looked: number[] = [];
      const found = await nearest((steps) => {
        looked.push(steps);
        return Promise.resolve(steps >= wanted);
      });
      expect(found).toBe(wanted);
      expect(looked.length).toBeLessThan(17);
    }
    expect(await nearest(() => Promise.resolve(false))).toBeUndefined();
  });
});
