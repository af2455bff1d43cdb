import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Line, LineRecord, Statement } from '../../main/web/api/types';
import { asks, BY_ITSELF, drop, isAskedAgain, keep, keyOf, outbox, saidAt, shownTo, type Kept } from '../../main/web/state/outbox';
import { underway } from '../../main/web/state/queue';
import { session } from '../../main/web/state/store';

function record(name: string, no: number, more: Partial<LineRecord> = {}): LineRecord {
  return { record: name, kind: 'message', by: 'AZURE', writer: 'AZURE', log: 'main', no, at: '2026-11-29T10:00:00Z', exercise: false, ...more };
}

function line(held: Readonly<Record<string, Readonly<Record<string, number>>>>): Line {
  return {
    line: 'l', me: 'AZURE', private: false, at: '', members: [{ party: 'AZURE' }, { party: 'BIRCH' }, { party: 'CEDAR' }],
    logs: Object.entries(held).map(([log, parties]) => ({ log: `parley/l/${log}-bef1252b`, size: 9, held: Object.fromEntries(Object.entries(parties).map(([party, size]) => [party, { size }])) })),
  };
}

describe('what waits for the machine of another', () => {
  const names = (...of: Parameters<typeof underway>) => underway(...of).map((each) => `${each.record.record}: ${each.lacking.join()}`);

  test('is what a receipt does not cover, of each party its own', () => {
    const of = line({ 'AZURE/main/1': { BIRCH: 4, CEDAR: 3 } });
    expect(names([record('AZURE-3', 3), record('AZURE-4', 4), record('AZURE-5', 5)], of)).toEqual(['AZURE-4: CEDAR', 'AZURE-5: BIRCH,CEDAR']);
  });

  test('is counted in each log by itself: the safety lane, and the log after new keys', () => {
    const of = line({ 'AZURE/main/1': { BIRCH: 9, CEDAR: 9 }, 'AZURE/main/2': { BIRCH: 1, CEDAR: 1 }, 'AZURE/safety/1': { BIRCH: 2, CEDAR: 2 } });
    expect(names([record('AZURE-9', 9), record('AZURE.2-2', 2), record('AZURE-S2', 2, { log: 'safety' })], of)).toEqual(['AZURE.2-2: BIRCH,CEDAR']);
  });

  test("is neither what others said nor what the ledger says by itself", () => {
    expect(names([record('BIRCH-1', 1, { writer: 'BIRCH' }), record('AZURE-1', 1, { kind: 'keys' }), record('AZURE-2', 2, { kind: 'presented' })], line({}))).toEqual([]);
  });
});

describe('what waits for our own node', () => {
  const kept = (more: Partial<Kept> = {}): Kept => ({ key: 'k', account: 'kim', line: 'l', statement: { kind: 'message', body: {} }, at: 0, ...more });

  test('is asked again for ten minutes, and then only by a person', () => {
    expect(isAskedAgain(kept(), 'kim', BY_ITSELF - 1)).toBe(true);
    expect(isAskedAgain(kept(), 'kim', BY_ITSELF)).toBe(false);
  });

  test('is not said by somebody else who signed in at the same browser, and not seen by them', () => {
    expect(isAskedAgain(kept(), 'lee', 1)).toBe(false);
    expect(shownTo('lee', [kept()], 1)).toEqual([]);
  });

  test('is asked no more once the node took or refused it', () => {
    expect(isAskedAgain(kept({ taken: 'AZURE-4' }), 'kim', 1)).toBe(false);
    expect(isAskedAgain(kept({ refused: 'no' }), 'kim', 1)).toBe(false);
  });

  test('stays in sight until it is settled, and a while after', () => {
    expect(shownTo('kim', [kept(), kept({ key: 'm', taken: 'AZURE-4' })], BY_ITSELF).map((each) => each.key)).toEqual(['k']);
  });
});

describe('what tells the time at which it is said', () => {
  const report = (status: string) => (at: number): Statement => ({ kind: 'status', about: 'AZURE-3', body: { status, at: new Date(at).toISOString() } });
  const as = (account: string) => (session.value = { account, officer: 'K1', roles: [], rights: [] });

  beforeEach(() => {
    outbox.value = [];
    as('kim');
    keep('k', 'l', report('not-ceased')(1_000), 1_000);
  });
  afterEach(() => {
    outbox.value = [];
    session.value = undefined;
  });

  test('keeps its time while it is not known whether it was said, so that pressing again says it once', () => {
    expect(saidAt('l', report('not-ceased'))).toBe(1_000);
  });

  test('is another thing on another line, with other words, or by another account', () => {
    expect(saidAt('m', report('not-ceased'))).toBeUndefined();
    expect(saidAt('l', report('lifted'))).toBeUndefined();
    as('lee');
    expect(saidAt('l', report('not-ceased'))).toBeUndefined();
  });

  test('keeps time and key while the node is asked, also where it is said from another sheet', () => {
    drop('k');
    const answered = asks('k2', 'l', report('lifted')(2_000), 2_000);
    expect([saidAt('l', report('lifted')), keyOf('l', report('lifted')(2_000))]).toEqual([2_000, 'k2']);
    answered();
    expect([saidAt('l', report('lifted')), keyOf('l', report('lifted')(2_000))]).toEqual([undefined, undefined]);
  });

  test('has a new time once the node took or refused it, or somebody dropped it', () => {
    for (const more of [{ taken: 'AZURE-9' }, { refused: 'fenced' }]) {
      outbox.value = outbox.value.map(({ key, account, line: of, statement, at }) => ({ key, account, line: of, statement, at, ...more }));
      expect(saidAt('l', report('not-ceased'))).toBeUndefined();
    }
    drop('k');
    expect(saidAt('l', report('not-ceased'))).toBeUndefined();
  });
});
