import type { Geometry, Position } from 'geojson';

const RADIUS = 6_371_008.8;
const DEGREE = Math.PI / 180;
/** Corners of a drawn circle; half of them round the end of a corridor. */
const CORNERS = 64;

/** The place so many metres from another in a direction, on a sphere: for drawing alone. */
export function towards([lon = 0, lat = 0]: Position, bearing: number, metres: number): Position {
  const angle = metres / RADIUS;
  const phi = lat * DEGREE;
  const sine = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing * DEGREE);
  const away = Math.atan2(
    Math.sin(bearing * DEGREE) * Math.sin(angle) * Math.cos(phi),
    Math.cos(angle) - Math.sin(phi) * sine,
  );
  return [lon + away / DEGREE, Math.asin(Math.max(-1, Math.min(1, sine))) / DEGREE];
}

/** Metres from one place to another, on a sphere: for drawing alone. */
export function apart([lon1 = 0, lat1 = 0]: Position, [lon2 = 0, lat2 = 0]: Position): number {
  const across = Math.sin(((lon2 - lon1) * DEGREE) / 2);
  const along = Math.sin(((lat2 - lat1) * DEGREE) / 2);
  const chord = along ** 2 + Math.cos(lat1 * DEGREE) * Math.cos(lat2 * DEGREE) * across ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The direction from one place to another, in degrees from north. */
function bearing([lon1 = 0, lat1 = 0]: Position, [lon2 = 0, lat2 = 0]: Position): number {
  const away = (lon2 - lon1) * DEGREE;
  const y = Math.sin(away) * Math.cos(lat2 * DEGREE);
  const x =
    Math.cos(lat1 * DEGREE) * Math.sin(lat2 * DEGREE) -
    Math.sin(lat1 * DEGREE) * Math.cos(lat2 * DEGREE) * Math.cos(away);
  return Math.atan2(y, x) / DEGREE;
}

/** A circle as a ring. */
export function circle(centre: Position, metres: number): Position[] {
  return Array.from({ length: CORNERS + 1 }, (_, i) => towards(centre, (i * 360) / CORNERS, metres));
}

function cap(end: Position, from: number, metres: number): Position[] {
  return Array.from({ length: CORNERS / 2 + 1 }, (_, i) => towards(end, from + (i * 360) / CORNERS, metres));
}

/** One stretch of a corridor with round ends, as a ring. */
function stretch(a: Position, b: Position, metres: number): Position[] {
  const out = bearing(a, b);
  const back = bearing(b, a);
  const ring = [...cap(b, out - 90, metres), ...cap(a, back - 90, metres)];
  return [...ring, ring[0] ?? a];
}

/** What a volume covers, as polygons to draw: a corridor is one for each of its stretches. */
export function covered(geometry: Geometry, radius = 0, halfWidth = 0): Position[][][] {
  switch (geometry.type) {
    case 'Point':
      return radius > 0 ? [[circle(geometry.coordinates, radius)]] : [];
    case 'LineString':
      return geometry.coordinates
        .slice(1)
        .map((to, i) => [stretch(geometry.coordinates[i] ?? to, to, halfWidth)]);
    case 'Polygon':
      return [geometry.coordinates];
    case 'MultiPolygon':
      return geometry.coordinates;
    case 'GeometryCollection':
      return geometry.geometries.flatMap((each) => covered(each, radius, halfWidth));
    default:
      return [];
  }
}
