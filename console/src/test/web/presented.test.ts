import { describe, expect, test } from 'vitest';
import type { Answer, Subject } from '../../main/web/api/types';
import { DWELL, isInSight, PRESENT, Presenting } from '../../main/web/state/presented';
import { isInSightAt, isTakenAt, lastOf, LIFTED_FOR, stand, STEPS, steps } from '../../main/web/state/stop';

describe('a record of another party', () => {
  const B3 = { line: 'l', record: 'BIRCH-3' };

  function desk(): Presenting {
    const of = new Presenting();
    of.touch(0);
    return of;
  }

  test('is told as shown once it stood on the screen for a moment, and once only, however often it is there', () => {
    const of = desk();
    of.appears(of, B3, 0);
    expect(of.due(DWELL - 1)).toEqual([]);
    of.appears({}, B3, 0);
    expect(of.due(DWELL)).toEqual([B3]);
    expect(of.due(DWELL + 1)).toEqual([]);
  });

  test('that was only scrolled past was not shown', () => {
    const of = desk();
    of.appears(of, B3, 0);
    of.goes(of);
    expect(of.due(DWELL * 10)).toEqual([]);
  });

  test('was shown to nobody where nobody touched anything for ten minutes; it is, when somebody comes back', () => {
    const of = desk();
    of.appears(of, B3, PRESENT);
    expect(of.due(PRESENT + DWELL)).toEqual([]);
    of.touch(PRESENT + 2 * DWELL);
    expect(of.due(PRESENT + 2 * DWELL)).toEqual([B3]);
  });

  test('was shown to nobody where nobody ever touched anything', () => {
    const of = new Presenting();
    of.appears(of, B3, 0);
    expect(of.due(DWELL)).toEqual([]);
  });

  test('on a hidden page is not shown, and is again a moment after the page is', () => {
    const of = desk();
    of.appears(of, B3, 0);
    of.hidden(5_000);
    expect(of.due(5_000 + DWELL - 1)).toEqual([]);
    expect(of.due(5_000 + DWELL)).toEqual([B3]);
  });

  test('of which the node did not hear is told again', () => {
    const of = desk();
    of.appears(of, B3, 0);
    of.due(DWELL);
    of.failed(B3);
    expect(of.due(DWELL)).toEqual([B3]);
  });

  test('is in sight where nearly all of it is, or where it fills much of the window', () => {
    expect(isInSight(1, 40, 768)).toBe(true);
    expect(isInSight(0.5, 40, 768)).toBe(false);
    expect(isInSight(0.05, 300, 768), 'words of many pages').toBe(true);
    expect(isInSight(0, 0, 0)).toBe(false);
  });
});

describe('a STOP', () => {
  const at = (minute: number) => `2026-11-29T13:${String(minute).padStart(2, '0')}:00Z`;
  const answer = (says: string, minute: number, about = 'AZURE-3'): Answer => ({ by: 'BIRCH', says, about, record: `BIRCH-${minute}`, at: at(minute) });

  function stop(delivery: Subject['properties']['delivery'], answers: readonly Answer[] = [], statuses: readonly (readonly [string, number])[] = []): Subject {
    return {
      id: 'AZURE-3', geometry: null,
      properties: {
        line: 'l', kind: 'stop', owner: 'AZURE', current: 'AZURE-3', versions: 1, since: at(0), heard: false, exercise: false, body: {},
        statuses: statuses.map(([status, minute]) => ({ status, at: at(minute), record: `AZURE-${minute}` })), answers, heardAnswers: [], delivery,
      },
    };
  }
  const named = (of: Subject) => STEPS.filter((each) => steps(of, 'BIRCH')[each] !== undefined);

  test('is told apart as stored, shown, taken, relayed, ceased and lifted', () => {
    const stored = { BIRCH: { stored: at(1) } };
    const shown = { BIRCH: { stored: at(1), shown: at(2) } };
    expect(named(stop({ BIRCH: {} }))).toEqual([]);
    expect(named(stop(stored))).toEqual(['stored']);
    expect(named(stop(shown))).toEqual(['stored', 'shown']);
    expect(named(stop(shown, [answer('taken', 3)]))).toEqual(['stored', 'shown', 'taken']);
    expect(named(stop(shown, [answer('taken', 3), answer('relayed', 4)]))).toEqual(['stored', 'shown', 'taken', 'relayed']);
    const ceased = [answer('taken', 3), answer('relayed', 4), answer('ceased', 5)];
    expect(named(stop(shown, ceased))).toEqual(['stored', 'shown', 'taken', 'relayed', 'ceased']);
    expect(named(stop(shown, ceased, [['lifted', 6]]))).toEqual([...STEPS]);
  });

  test('that goes on was taken, and is neither relayed nor ceased until that is said anew, whatever the clocks say', () => {
    const said = [answer('taken', 3), answer('relayed', 4), answer('ceased', 5)];
    const still = stop({ BIRCH: { stored: at(1) } }, said, [['not-ceased', 6]]);
    expect(named(still)).toEqual(['stored', 'taken']);
    expect(stand(still, 'BIRCH')).toBe('taken');
    expect(lastOf(still, 'BIRCH'), 'its "ceased" is not its word any more').toBeUndefined();
    expect(named(stop({ BIRCH: { stored: at(1) } }, [...said, answer('relayed', 2, 'AZURE-6')], [['not-ceased', 6]]))).toEqual(['stored', 'taken', 'relayed']);
  });

  test('to which a party said that it is unable, or passes it on, is not taken by it, whatever it said before', () => {
    const stored = { BIRCH: { stored: at(1) } };
    for (const says of ['unable', 'not-ours-passing-on', 'checking']) {
      expect(stand(stop(stored, [answer(says, 3)]), 'BIRCH'), says).toBe('answered');
    }
    expect(stand(stop(stored, [answer('taken', 3), answer('unable', 4)]), 'BIRCH')).toBe('answered');
    expect(stand(stop(stored, [answer('unable', 3), answer('taken', 4)]), 'BIRCH')).toBe('taken');
    expect(stand(stop(stored, [answer('taken', 3), answer('checking', 4)]), 'BIRCH')).toBe('taken');
  });

  test('stands at each party by itself: what one stored or said tells nothing of the other', () => {
    const two = { BIRCH: { stored: at(1) }, JUNIPER: {} };
    expect(['BIRCH', 'JUNIPER'].map((each) => stand(stop(two), each))).toEqual(['nobody', 'not-delivered']);
    const ceased = stop(two, [answer('taken', 2), answer('ceased', 3)]);
    expect(['BIRCH', 'JUNIPER'].map((each) => stand(ceased, each))).toEqual(['ceased', 'not-delivered']);
    expect(lastOf(ceased, 'JUNIPER')).toBeUndefined();
  });

  test('that goes on, and that nobody had taken, nobody has taken', () => {
    const still = stop({ BIRCH: { stored: at(1) } }, [answer('unable', 3)], [['not-ceased', 6]]);
    expect(stand(still, 'BIRCH')).toBe('nobody');
    expect(stand(stop({ BIRCH: { stored: at(1) } }, [answer('unable', 3), answer('unable', 7, 'AZURE-6')], [['not-ceased', 6]]), 'BIRCH')).toBe('answered');
  });

  test('is taken by a party once somebody of it is at it, and not by what it received or refused', () => {
    const stored = { BIRCH: { stored: at(1), shown: at(2) } };
    expect(isTakenAt(stop(stored), 'BIRCH')).toBe(false);
    expect(isTakenAt(stop(stored, [answer('unable', 3)]), 'BIRCH')).toBe(false);
    expect(isTakenAt(stop(stored, [answer('taken', 3)]), 'BIRCH')).toBe(true);
    expect(isTakenAt(stop(stored, [answer('taken', 3), answer('ceased', 4)]), 'BIRCH')).toBe(true);
    expect(isTakenAt(stop(stored, [answer('taken', 3)]), 'AZURE')).toBe(false);
  });

  test('that was lifted stays in sight for a while', () => {
    const lifted = stop({}, [], [['lifted', 6]]);
    expect(isInSightAt(lifted, Date.parse(at(6)) + LIFTED_FOR - 1)).toBe(true);
    expect(isInSightAt(lifted, Date.parse(at(6)) + LIFTED_FOR)).toBe(false);
  });
});
