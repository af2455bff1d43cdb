import { describe, expect, test } from 'vitest';
import type { Conflict, Subject } from '../../main/web/api/types';
import type { Activity } from '../../main/web/state/activities';
import { figuresOf, owed, resolution } from '../../main/web/state/resolution';
import { sideView } from '../../main/web/state/sideview';

const HOUR = 3_600_000;

function conflict(more: Partial<Conflict['finding']>): Conflict {
  return {
    id: 'c1', line: 'l', a: 'AZURE-3', b: 'BIRCH-3', stand: 'open', riskMayBeAccepted: false,
    finding: {
      hash: 'f1', a: 'AZURE-3', volumeA: 0, b: 'BIRCH-3', volumeB: 0, horizontal: 12.34, time: 0, from: '', until: '',
      onA: { type: 'Point', coordinates: [] }, onB: { type: 'Point', coordinates: [] }, ...more,
    },
  };
}

describe('a resolution', () => {
  test('repeats the figures in the units of its form: heights in centimetres, time in milliseconds', () => {
    expect(figuresOf(conflict({ vertical: 299.57, time: 60.5 }))).toEqual({ horizontal: 12.34, inLevels: false, vertical: 29957, time: 60500 });
  });

  test('between levels has its heights in feet, as they are', () => {
    expect(figuresOf(conflict({ verticalFeet: 500 }))).toMatchObject({ inLevels: true, vertical: 500 });
  });

  test('names conflict and finding, so that both desks mean the same', () => {
    const said = resolution(conflict({}), { change: 'level', owes: 'BIRCH', text: 'below', decideBy: 'T' });
    expect(said).toMatchObject({ kind: 'resolution', about: 'c1', body: { finding: 'f1', change: 'level', owes: 'BIRCH', text: 'below', decideBy: 'T' } });
  });
});

describe('what was agreed and is not done', () => {
  const subject = (id: string, owner: string, more: Partial<Subject['properties']> = {}) => ({ id, properties: { owner, ...more } }) as Subject;
  const all = [
    subject('AZURE-3', 'AZURE'),
    subject('BIRCH-3', 'BIRCH'),
    subject('AZURE-7', 'AZURE', { body: { owes: 'AZURE' } }),
    subject('AZURE-8', 'AZURE', { body: { owes: 'BIRCH' }, concluded: 'BIRCH-9' }),
  ];
  const by = (record: string) => all.find((each) => each.id === record);

  test('is owed by who took it upon itself, not by who moves first', () => {
    const of: Conflict = { ...conflict({}), firstMove: 'AZURE', resolutions: ['AZURE-8', 'AZURE-7'] };
    expect(owed(of, by)).toEqual({ party: 'BIRCH', subject: 'BIRCH-3' });
  });

  test('is owed also where nobody moves first', () => {
    expect(owed({ ...conflict({}), resolutions: ['AZURE-8'] }, by)).toEqual({ party: 'BIRCH', subject: 'BIRCH-3' });
    expect(owed(conflict({}), by)).toBeUndefined();
  });
});

describe('the side view', () => {
  const activity = (owner: string, hae: readonly [number, number], from: number, until: number) =>
    ({ owner, name: owner, volumes: [{ hae, from, until, lower: '', upper: '', polygons: [] }] }) as unknown as Activity;
  const view = sideView([activity('A', [1_000, 2_000], 0, 4 * HOUR), activity('B', [1_500, Infinity], 2 * HOUR, 6 * HOUR)], 2 * HOUR, 4 * HOUR);
  const [a, b] = view.boxes;

  test('has what is higher above and what is later to the right', () => {
    expect(a && b && b.x > a.x && b.y < a.y).toBe(true);
    expect(a && a.y + a.height > (b?.y ?? 0) + (b?.height ?? 0)).toBe(true);
  });

  test('shades the time of the conflict, where both are', () => {
    expect(view.shared.x).toBeCloseTo(b?.x ?? NaN);
    expect(view.shared.x + view.shared.width).toBeCloseTo((a?.x ?? NaN) + (a?.width ?? NaN));
  });

  test('draws what has no bound to its edge, and nothing outside', () => {
    expect(b?.y).toBe(0);
    for (const each of view.boxes) {
      expect(Math.min(each.x, each.y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(each.x + each.width, each.y + each.height)).toBeLessThanOrEqual(1);
    }
  });

  test('has few marks, at round figures, in their places', () => {
    expect(view.times.map(({ value }) => value / HOUR)).toEqual([0, 1, 2, 3, 4, 5, 6].filter((each) => view.times.some(({ value }) => value === each * HOUR)));
    expect(view.times.length).toBeGreaterThan(2);
    expect(view.heights.every(({ value }) => value % 50 === 0)).toBe(true);
    for (const mark of [...view.heights, ...view.times]) {
      expect(mark.at).toBeGreaterThanOrEqual(0);
      expect(mark.at).toBeLessThanOrEqual(1);
    }
  });

  test('of nothing with a bound is still a view', () => {
    const bare = sideView([activity('A', [-Infinity, Infinity], 0, HOUR)], 0, HOUR);
    expect(bare.boxes[0]).toMatchObject({ y: 0, height: 1 });
  });
});
