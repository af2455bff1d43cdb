import { describe, expect, test } from 'vitest';
import type { Body, Subject } from '../../main/web/api/types';
import { declared } from '../../main/web/state/declared';

const NOON = Date.parse('2026-11-29T12:00:00Z');
const at = (minute: number) => new Date(NOON + minute * 60_000).toISOString();

function said(owner: string, minute: number, body: Body, statuses: readonly string[] = []): Subject {
  return {
    id: `${owner}-${minute}`, geometry: null,
    properties: {
      line: 'l', kind: 'line-state', owner, current: `${owner}-${minute}`, versions: 1, since: at(minute), heard: false, exercise: false, body: { from: at(minute), ...body },
      statuses: statuses.map((status) => ({ status, at: at(minute + 1), record: `${owner}-x` })), answers: [], heardAnswers: [], delivery: {},
    },
  };
}

describe('what is declared of a line', () => {
  const who = (...of: readonly Subject[]) => declared(of, ['AZURE', 'BIRCH'], NOON).map((each) => `${each.by} ${each.state}`);

  test('is told of who declared it, also where that was we ourselves', () => {
    expect(who(said('AZURE', -5, { state: 'suspended' }))).toEqual(['AZURE suspended']);
    expect(who(said('AZURE', -5, { state: 'suspended' }), said('BIRCH', -9, { state: 'degraded', reason: 'storm' }))).toEqual(['AZURE suspended', 'BIRCH degraded']);
  });

  test('is what was declared last, from the time that it names, if it was not taken back', () => {
    expect(who(said('BIRCH', -9, { state: 'suspended' }), said('BIRCH', -5, { state: 'open' }))).toEqual([]);
    expect(who(said('BIRCH', -5, { state: 'open' }), said('BIRCH', -9, { state: 'closed' }))).toEqual([]);
    expect(who(said('BIRCH', -9, { state: 'voice-only' }), said('BIRCH', -5, { state: 'closed', from: at(30) }))).toEqual(['BIRCH voice-only']);
    expect(who(said('BIRCH', -9, { state: 'suspended' }, ['withdrawn']))).toEqual([]);
  });

  test('has its reason where one was given', () => {
    expect(declared([said('BIRCH', -9, { state: 'degraded', reason: 'storm' })], ['BIRCH'], NOON)[0]?.reason).toBe('storm');
  });
});
