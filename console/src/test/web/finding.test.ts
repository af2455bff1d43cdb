import { expect, test } from 'vitest';
import type { Subject } from '../../main/web/api/types';
import { found } from '../../main/web/state/finding';
import { legs } from '../../main/web/state/measuring';

function subject(id: string, name: string, more: object = {}): Subject {
  return { id, geometry: { type: 'Polygon', coordinates: [[[40, 35], [41, 35], [41, 36], [40, 35]]] }, properties: { kind: 'activity', owner: id.split('-')[0], current: id, statuses: [], body: { name, ...more } } } as unknown as Subject;
}

const SUBJECTS = [subject('AZURE-2', 'A-021'), subject('AZURE-5', 'A-02'), subject('BIRCH-7', 'B-02', { callsign: 'HERON 2' })];
const SAVED = [{ name: 'Bridge', at: '35.5N,40.1E' }];

test('what is named exactly so comes first, then what begins so, then what holds it', () => {
  const names = (text: string) => found(text, SAVED, SUBJECTS).map((each) => ('name' in each ? each.name : each.what));
  expect(names('a-02')).toEqual(['A-02', 'A-021']);
  expect(names('02')).toEqual(['A-02', 'A-021', 'B-02']);
  expect(names('heron')).toEqual(['B-02']);
  expect(names('birch-7')).toEqual(['B-02']);
  expect(names('nothing of that name')).toEqual([]);
});

test('coordinates are read in any form, beside all that is called so', () => {
  for (const text of ['35.03N,40.62E', '35.03, 40.62', '35° 01.8′ N 40° 37.2′ E', '37S FU 47780 77569', '37S 647780 3877569']) {
    const [first] = found(text, SAVED, SUBJECTS);
    expect(first?.what).toBe('place');
    expect(first?.at?.lat).toBeCloseTo(35.03, 3);
  }
});

test('saved places are there before anything is typed, and a record says where it begins', () => {
  expect(found('', SAVED, SUBJECTS)).toEqual([{ what: 'saved', name: 'Bridge', at: { lat: 35.5, lon: 40.1 } }]);
  expect(found('A-02', [], SUBJECTS)[0]).toMatchObject({ what: 'record', id: 'AZURE-5', at: { lon: 40, lat: 35 } });
});

test('a place that cannot be read is left out of what is measured, not taken for another', () => {
  const [one, other] = [{ lat: 35, lon: 40 }, { lat: 36, lon: 40 }];
  expect(legs([one, undefined, other])).toHaveLength(1);
  expect(legs([one])).toEqual([]);
});
