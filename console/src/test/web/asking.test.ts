import { describe, expect, test } from 'vitest';
import type { Line } from '../../main/web/api/types';
import { statement, through } from '../../main/web/state/asking';

const LINE: Line = {
  line: 'l', me: 'AZURE', private: false, at: '', members: [{ party: 'AZURE' }, { party: 'BIRCH' }],
  logs: [
    { log: 'l/AZURE/1/main', by: 'AZURE', lane: 'main', size: 7 },
    { log: 'l/AZURE/2/main', by: 'AZURE', lane: 'main', size: 3 },
    { log: 'l/AZURE/2/safety', by: 'AZURE', lane: 'safety', size: 9 },
    { log: 'l/BIRCH/1/main', by: 'BIRCH', lane: 'main', size: 40 },
  ],
};
const WHEN = { from: '1000Z', until: '1200Z' };

describe('what is asked of others', () => {
  test('is nothing as long as something is missing', () => {
    expect(statement('query', {}, LINE, 'BIRCH-3')).toBeUndefined();
    expect(statement('query', { question: ' ' }, LINE, 'BIRCH-3')).toBeUndefined();
    expect(statement('query', { question: 'which part?' }, LINE, undefined), 'about nothing').toBeUndefined();
    expect(statement('completeness', { places: '35N,40E', nil: 'nil', ...WHEN }, LINE, undefined), 'a place is no ground').toBeUndefined();
    expect(statement('completeness', { places: '35N,40E; 36N,40E', radius: '5 km', nil: 'nil', ...WHEN }, LINE, undefined), 'two places are none').toBeUndefined();
    expect(statement('completeness', { places: '35N,40E', radius: '5 km', ...WHEN }, LINE, undefined), 'nil or not is said').toBeUndefined();
  });

  test('is about the record in hand', () => {
    expect(statement('query', { question: 'which part?' }, LINE, 'BIRCH-3')).toEqual({ kind: 'query', precedence: 'PRIORITY', about: 'BIRCH-3', body: { question: 'which part?' } });
    expect(statement('hold', { until: '1030Z', question: 'of another sheet' }, LINE, 'BIRCH-3')).toEqual({ kind: 'hold', precedence: 'FLASH', about: 'BIRCH-3', body: { until: '1030Z' } });
  });

  test('about a force is about a place', () => {
    expect(statement('force-claim', { place: '35.3N 40.2E', at: '1240Z', course: '90', speed: '40 km/h' }, LINE, 'BIRCH-3')).toEqual({
      kind: 'force-claim', precedence: 'FLASH', body: { place: '35.3N 40.2E', at: '1240Z', course: 90, speed: '40 km/h' },
    });
  });
});

describe('a declaration', () => {
  test('counts on all that our main log now has', () => {
    expect(through(LINE)).toBe(3);
  });

  test('is of a circle or of an area', () => {
    const round = statement('completeness', { places: '35N,40E', radius: '5 km', nil: 'nil', ...WHEN }, LINE, undefined);
    expect(round?.body).toEqual({ shape: { geometry: { type: 'Point', coordinates: '35N,40E' }, radius: '5 km' }, through: 3, nil: true, ...WHEN });
    const area = statement('completeness', { places: 'a; b; c', nil: 'some', ...WHEN }, LINE, undefined);
    expect(area?.body).toMatchObject({ shape: { geometry: { type: 'Polygon', coordinates: [['a', 'b', 'c', 'a']] } }, nil: false });
  });
});
