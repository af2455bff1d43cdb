import { describe, expect, test } from 'vitest';
import type { Body, LineRecord, PhraseBook } from '../../main/web/api/types';
import { numberOf } from '../../main/web/state/calling';
import { at, entered, partOf, partsOf, told } from '../../main/web/state/readback';

const WHEN = { from: '2026-11-29T10:00:00Z', until: '2026-11-29T12:00:00Z' };
const circle = { geometry: { type: 'Point', coordinates: [40.58, 35.02] }, radius: 8000, lower: '2400 m AMSL', upper: '4000 m AMSL', ...WHEN };
const corridor = { geometry: { type: 'LineString', coordinates: [[40, 35], [41, 36]] }, halfWidth: 500, lower: 'SFC', upper: 'FL80', ...WHEN };
const polygon = { geometry: { type: 'Polygon', coordinates: [[[40, 35], [41, 35], [41, 36], [40, 35]]] }, lower: 'SFC', upper: 'FL80', ...WHEN };

function field(name: string, type: string, readBack: boolean) {
  return { name, type, required: true, readBack };
}

const BOOK: PhraseBook = {
  hash: '', lists: {}, phrases: {},
  templates: [
    { code: 'SF-3', kind: 'message', precedence: 'FLASH', text: 'SF-3', fields: [field('place', 'place', true), field('course', 'course', false)] },
    { code: 'NT-10', kind: 'message', precedence: 'PRIORITY', text: 'NT-10', fields: [field('where', 'place', true), field('when', 'window', true), field('who', 'sign', false)] },
  ],
};

describe('what is read back', () => {
  test('of an activity is all of each of its spaces, each by its number', () => {
    const parts = partsOf('activity', { name: 'A-02', volumes: [circle, corridor, polygon] }, undefined);
    expect(parts.filter((each) => each.space === 1).map((each) => each.name)).toEqual(['place', 'radius', 'lower', 'upper', 'from', 'until']);
    expect(parts.filter((each) => each.space === 2 && each.name === 'place').map((each) => each.n)).toEqual([1, 2]);
    expect(parts.filter((each) => each.space === 3 && each.name === 'place').map((each) => each.n), 'the first corner is said once').toEqual([1, 2, 3]);
  });

  test('of one circle has no numbers, for there is but one', () => {
    expect(partsOf('activity', { volumes: [circle] }, undefined)[0]).toEqual({ path: ['volumes', 0, 'geometry', 'coordinates'], name: 'place' });
  });

  test('goes to the node as what was said, in what a person typed', () => {
    const said: Body = { volumes: [circle, polygon] };
    const parts = partsOf('activity', said, undefined);
    const typed = parts.map(({ name, n }) => `${name}${n ?? ''}`);
    expect(entered(parts, typed, said)).toEqual({
      volumes: [
        { geometry: { type: 'Point', coordinates: 'place' }, radius: 'radius', lower: 'lower', upper: 'upper', from: 'from', until: 'until' },
        { geometry: { type: 'Polygon', coordinates: [['place1', 'place2', 'place3', 'place1']] }, lower: 'lower', upper: 'upper', from: 'from', until: 'until' },
      ],
    });
  });

  test('of a message is what its template says', () => {
    const said: Body = { template: 'NT-10', fields: { where: { type: 'Point', coordinates: [40.58, 35.02] }, when: WHEN, who: 'P-1' } };
    const parts = partsOf('message', said, BOOK);
    expect(parts.map((each) => each.path.join('.'))).toEqual(['fields.where', 'fields.when.from', 'fields.when.until']);
    expect(entered(parts, ['35.02N 40.58E', '1000Z', '1200Z'], said)).toEqual({ fields: { where: '35.02N 40.58E', when: { from: '1000Z', until: '1200Z' } } });
    expect(partsOf('message', { text: 'free words' }, BOOK)).toEqual([]);
  });

  test('of a site is its place, of a nil return its ground and time', () => {
    expect(partsOf('site', { place: { type: 'Point', coordinates: [39, 36] }, name: 'Nur' }, undefined).map((each) => each.name)).toEqual(['place']);
    const nil: Body = { shape: { geometry: polygon.geometry }, ...WHEN, nil: true, through: 4 };
    const parts = partsOf('completeness', nil, undefined);
    expect(parts.map((each) => each.name)).toEqual(['place', 'place', 'place', 'from', 'until']);
    expect(entered(parts, ['a', 'b', 'c', 'd', 'e'], nil)).toEqual({ shape: { geometry: { type: 'Polygon', coordinates: [['a', 'b', 'c', 'a']] } }, from: 'd', until: 'e' });
    expect(partsOf('completeness', { ...nil, shape: { geometry: circle.geometry, radius: 500 } }, undefined).map((each) => each.name)).toEqual(['place', 'radius', 'from', 'until']);
  });

  test('of a shape that has no places in a row is nothing: that is read back by voice', () => {
    expect(partsOf('activity', { volumes: [circle, { ...polygon, geometry: { type: 'MultiPolygon', coordinates: [] } }] }, undefined)).toEqual([]);
    expect(partsOf('activity', { volumes: Array.from({ length: 30 }, () => circle) }, undefined)).toEqual([]);
  });
});

describe('a difference', () => {
  const said: Body = { volumes: [circle, corridor] };
  const parts = partsOf('activity', said, undefined);
  const of = (name: string, apart?: number) => partOf({ field: name, read: 'x', ...(apart === undefined ? {} : { apart }) }, parts);

  test('is told by the value that a person typed, and not by how a record holds it', () => {
    expect(of('volumes[0].shape.circle.centre', 20_000)).toMatchObject({ name: 'place', space: 1 });
    expect(of('volumes[1].shape.corridor.line[1]', 20_000)).toMatchObject({ name: 'place', space: 2, n: 2 });
    expect(of('volumes[1].band.lower.value')).toMatchObject({ name: 'lower', space: 2 });
    expect(of('volumes[0].until')).toMatchObject({ name: 'until', space: 1 });
    expect(of('marker')).toBeUndefined();
  });

  test('is told once, in however many places the record holds it', () => {
    const fields = ['volumes[1].band.upper.value', 'volumes[1].band.hae.upper', 'marker', 'volumes[0].until'];
    const all = told(fields.map((field) => ({ field, read: 'x' })), parts);
    expect(all.map((each) => each.part?.name ?? each.difference.field)).toEqual(['upper', 'marker', 'until']);
  });

  test('of a template is told by its field', () => {
    const message = partsOf('message', { template: 'NT-10', fields: { where: {}, when: WHEN } }, BOOK);
    expect(partOf({ field: 'fields.where', read: 'x', apart: 5 }, message)?.path).toEqual(['fields', 'where']);
    expect(partOf({ field: 'fields.when.until', read: 'x' }, message)?.path).toEqual(['fields', 'when', 'until']);
  });

  test('shows what was said', () => {
    const lower = of('volumes[1].band.lower.value');
    expect(lower && at(said, lower.path)).toBe('SFC');
  });
});

describe('a number to call', () => {
  const told = (by: string, record: string, bearer: string, address: string): LineRecord => ({
    record, kind: 'message', by, writer: by, log: 'l', no: 1, at: '', exercise: false, body: { template: 'LC-4', fields: { bearer, address } },
  });

  test('is the last that the party itself has given, and none where it gave a frequency only', () => {
    const all = [told('BIRCH', 'BIRCH-1', 'telephone', '+1'), told('BIRCH', 'BIRCH-2', 'telephone', '+2'), told('BIRCH', 'BIRCH-3', 'radio', '121.5 MHz'), told('AZURE', 'AZURE-1', 'telephone', '+3')];
    expect(numberOf('BIRCH', all)).toEqual({ address: '+2', record: 'BIRCH-2' });
    expect(numberOf('CEDAR', all)).toBeUndefined();
  });
});
