/** A ring on a plane, x and y in turn. */
export type Ring = Float64Array;

/** What something covers on a plane. Outer rings run one way and holes the other, so that what overlaps stays filled in one path. */
export interface Outline {
  readonly rings: readonly Ring[];
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number];
}

type Point = readonly number[];

/** Twice the area that a ring goes round, negative where it runs with the clock. */
function turned(ring: readonly Point[]): number {
  return ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
}

function flat(ring: readonly Point[], hole: boolean): Ring {
  const directed = turned(ring) > 0 === hole ? ring.toReversed() : ring;
  return Float64Array.from(directed.flatMap(([x = 0, y = 0]) => [x, y]));
}

/** Polygons, each an outer ring and its holes, as an outline. */
export function outlined(polygons: readonly (readonly (readonly Point[])[])[]): Outline {
  const corners = polygons.flat(2);
  const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)];
  return {
    rings: polygons.flatMap((polygon) => polygon.map((ring, i) => flat(ring, i > 0))),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
}

/** Whether a point lies in what an outline covers: in one of its polygons and in none of that one's holes. */
export function isInside({ rings }: Outline, [x = 0, y = 0]: Point): boolean {
  let winding = 0;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [x1, y1, x2, y2] = [ring[j] ?? 0, ring[j + 1] ?? 0, ring[i] ?? 0, ring[i + 1] ?? 0];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) {
        winding += y2 > y1 ? 1 : -1;
      }
    }
  }
  return winding !== 0;
}
