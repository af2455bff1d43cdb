import type { Position } from 'geojson';

/** The middle of a line on a plane, and which way its left is there; one pixel long, north up. */
export interface Middle {
  readonly at: Position;
  readonly left: readonly [number, number];
}

/** The middle of a line by its length. */
export function middleOf(line: readonly Position[]): Middle {
  const stretches = line.slice(1).map((to, i) => {
    const from = line[i] ?? to;
    const [dx, dy] = [(to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0)];
    return { from, dx, dy, long: Math.hypot(dx, dy) };
  });
  let rest = stretches.reduce((sum, each) => sum + each.long, 0) / 2;
  for (const { from, dx, dy, long } of stretches) {
    if (rest <= long && long > 0) {
      return { at: [(from[0] ?? 0) + (dx * rest) / long, (from[1] ?? 0) + (dy * rest) / long], left: [-dy / long, dx / long] };
    }
    rest -= long;
  }
  return { at: line[0] ?? [0, 0], left: [0, 0] };
}
