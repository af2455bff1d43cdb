import { describe, expect, test } from 'vitest';
import { parse } from '../../main/web/api/events';
import type { Subject } from '../../main/web/api/types';
import { activity, intervals, isOverdue, isStarted, reportedBy } from '../../main/web/state/activities';
import { stages } from '../../main/web/state/delivery';
import { next } from '../../main/web/state/events';
import { answers, hasUsual, needsReason } from '../../main/web/view/answers';

const FROM = '2026-11-29T10:00:00Z';
const UNTIL = '2026-11-29T12:00:00Z';

function subject(statuses: Subject['properties']['statuses'] = []): Subject {
  return {
    id: 'BIRCH-3',
    geometry: null,
    properties: {
      line: 'l', kind: 'activity', owner: 'BIRCH', current: 'BIRCH-3', versions: 1, since: FROM, heard: false, exercise: false,
      body: {
        activity: 'air', name: 'B-02',
        volumes: [{ geometry: { type: 'Point', coordinates: [40, 35] }, radius: 1000, lower: '1000 m AMSL', upper: '2000 m AMSL', from: FROM, until: UNTIL, hae: { lower: 1010, upper: 2020 } }],
      },
      statuses, answers: [], heardAnswers: [], delivery: {},
    },
  };
}

describe('an activity', () => {
  const planned = activity(subject());
  const stopped = activity(subject([{ status: 'stopped', at: '2026-11-29T11:00:00Z', record: 'BIRCH-4' }]));

  test('without a stop report goes on after its window, and says so (W15)', () => {
    expect(planned && intervals(planned)).toEqual([{ from: Date.parse(FROM), until: Infinity }]);
    expect(planned && isOverdue(planned, Date.parse(UNTIL))).toBe(true);
    expect(planned && isOverdue(planned, Date.parse(UNTIL) - 1)).toBe(false);
  });

  test('ends when it was reported stopped', () => {
    expect(stopped && intervals(stopped)).toEqual([{ from: Date.parse(FROM), until: Date.parse('2026-11-29T11:00:00Z') }]);
    expect(stopped && isOverdue(stopped, Date.parse(UNTIL))).toBe(false);
    expect(stopped && isStarted(stopped)).toBe(false);
  });

  test('is at another instant as it was reported by then', () => {
    const late = activity(subject([{ status: 'started', at: '2026-11-29T10:05:00Z', record: 'BIRCH-4' }, { status: 'stopped', at: '2026-11-29T13:00:00Z', record: 'BIRCH-5' }]));
    const at = (time: string) => Date.parse(`2026-11-29T${time}:00Z`);
    expect(late && isStarted(late, at('10:04'))).toBe(false);
    expect(late && isStarted(late, at('12:30'))).toBe(true);
    expect(late && isOverdue(late, at('12:30')), 'nobody had reported that it stopped').toBe(true);
    expect(late && isOverdue(late, at('13:00'))).toBe(false);
    expect(late && intervals(late), 'it counted as there until then').toEqual([{ from: at('10:00'), until: at('13:00') }]);
    expect(late && [reportedBy(late, at('10:04')), reportedBy(late, at('12:30')), reportedBy(late, at('13:00'))]).toEqual([undefined, 'started', 'stopped']);
  });

  test('has its heights from the node', () => {
    expect(planned?.volumes[0]?.hae).toEqual([1010, 2020]);
  });

  test('without volumes is none', () => {
    const bare = subject();
    expect(activity({ ...bare, properties: { ...bare.properties, body: { name: 'x' } } })).toBeUndefined();
  });
});

describe('how far a record has come', () => {
  const stored = '2026-11-29T10:02:13Z';
  const shown = '2026-11-29T10:02:40Z';
  const answer = (says: string, differences?: readonly { field: string; read: unknown }[]) => ({
    by: 'BIRCH', says, about: 'AZURE-3', record: 'BIRCH-9', at: '2026-11-29T10:04:00Z', ...(differences ? { differences } : {}),
  });
  const whats = (...of: Parameters<typeof stages>) => stages(...of).map((each) => each.what);

  test('waits, then is stored, then shown, then acknowledged; one does not follow from another', () => {
    expect(whats({}, [], 'BIRCH')).toEqual(['waits']);
    expect(whats({ stored }, [], 'BIRCH')).toEqual(['stored']);
    expect(whats({ stored, shown }, [], 'BIRCH')).toEqual(['shown']);
    expect(whats({ stored, shown }, [answer('read')], 'BIRCH')).toEqual(['acknowledged']);
  });

  test('a read-back that is not the same is told as that, and the one that came after it in its place', () => {
    const wrong = answer('read-back', [{ field: 'volumes', read: 1 }]);
    expect(whats({ stored }, [wrong], 'BIRCH')).toEqual(['differs']);
    expect(whats({ stored }, [wrong, answer('read-back')], 'BIRCH')).toEqual(['read-back']);
    expect(whats({ stored }, [answer('read'), wrong], 'BIRCH')).toEqual(['acknowledged', 'differs']);
  });

  test('who objects or is unable is not told to have understood, and what was said is told', () => {
    for (const says of ['objected', 'unable', 'taken', 'not-ours']) {
      expect(stages({ stored, shown }, [answer(says)], 'BIRCH')).toEqual([{ what: 'answered', at: Date.parse('2026-11-29T10:04:00Z'), answer: answer(says) }]);
    }
    expect(whats({ stored }, [answer('noted'), answer('objected')], 'BIRCH')).toEqual(['acknowledged', 'answered']);
  });

  test('whatever a person answered, nobody says any more that no person has seen it', () => {
    expect(whats({ stored }, [answer('relayed'), answer('ceased')], 'BIRCH')).toEqual(['answered', 'answered']);
  });

  test("another party's answer says nothing of this one", () => {
    expect(whats({ stored }, [answer('read')], 'JUNIPER')).toEqual(['stored']);
  });
});

describe('what may be answered', () => {
  test('Enter says no more than that a person is there and has understood', () => {
    expect(hasUsual('acknowledge', 'activity')).toBe(true);
    expect(hasUsual('take', 'stop')).toBe(true);
    expect(hasUsual('answer', 'check')).toBe(true);
    for (const [duty, kind] of [['decide', 'agreement'], ['cease', 'stop'], ['claim', 'force-claim'], ['answer', 'hold']] as const) {
      expect(hasUsual(duty, kind), duty).toBe(false);
      expect(answers(duty, kind).length, duty).toBeGreaterThan(1);
    }
  });

  test('what is refused has a reason', () => {
    expect(['objected', 'unable', 'declined'].every(needsReason)).toBe(true);
    expect(needsReason('read')).toBe(false);
  });
});

describe('the stream of events', () => {
  test('is read as far as it is whole; a comment is a beat', () => {
    const first = parse(': \n\nid: a-1\nevent: record\ndata: {"line":"l"}\n\nid: a-2\nev');
    expect(first.heard).toEqual([{ type: 'beat' }, { type: 'event', name: 'record', id: 'a-1', data: { line: 'l' } }]);
    const second = parse(`${first.rest}ent: conflict-over\ndata: {"id":"x"}\n\n`);
    expect(second.heard).toEqual([{ type: 'event', name: 'conflict-over', id: 'a-2', data: { id: 'x' } }]);
    expect(second.rest).toBe('');
  });
});

describe('steps from event to event', () => {
  test('go to the nearest on that side, and nowhere behind the last', () => {
    expect(next([1, 5, 9], 5, 1)).toBe(9);
    expect(next([1, 5, 9], 5, -1)).toBe(1);
    expect(next([1, 5, 9], 9, 1)).toBeUndefined();
  });
});
