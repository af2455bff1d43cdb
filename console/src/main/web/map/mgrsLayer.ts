import Feature from 'ol/Feature';
import type OlMap from 'ol/Map';
import { LineString, Point } from 'ol/geom';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat, transformExtent } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Fill, Stroke, Style, Text } from 'ol/style';
import type { Place } from '../geo/grid';
import { mgrs, type Bounds, type Rank } from '../geo/mgrs';
import { colour } from './colours';

const WIDTH: Readonly<Record<Rank, number>> = { zone: 2, square: 1.2, fine: 0.6 };
const FONT: Readonly<Record<Rank, string>> = { zone: '600 14px', square: '600 12px', fine: '11px' };

/** So much of what is seen is made besides on each side, for who drags the map. */
const MARGIN = 0.15;

/** The grid of MGRS, made anew when the map has come to rest. */
export function mgrsLayer(): VectorLayer<VectorSource> {
  return new VectorLayer({ source: new VectorSource(), style: (each) => styleOf(each as Feature), declutter: true });
}

function styleOf(feature: Feature): Style {
  const rank = feature.get('rank') as Rank;
  const text = feature.get('text') as string | undefined;
  return text === undefined
    ? new Style({ stroke: new Stroke({ color: colour('map-border'), width: WIDTH[rank] }) })
    : new Style({
        text: new Text({
          text,
          font: `${FONT[rank]} "Noto Sans"`,
          fill: new Fill({ color: colour('map-label') }),
          stroke: new Stroke({ color: colour('map-halo'), width: 3 }),
          ...(rank === 'fine' ? { textAlign: 'left', textBaseline: 'bottom', offsetX: 3 } : {}),
        }),
      });
}

function at({ lon, lat }: Place): number[] {
  return fromLonLat([lon, lat]);
}

/** What the map shows, and a margin. */
function seen(map: OlMap): Bounds {
  const [west = 0, south = 0, east = 0, north = 0] = transformExtent(map.getView().calculateExtent(map.getSize()), 'EPSG:3857', 'EPSG:4326');
  const [wide, high] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return { west: Math.max(-180, west - wide), south: Math.max(-80, south - high), east: Math.min(180, east + wide), north: Math.min(84, north + high) };
}

/** Metres on the ground that a pixel in the middle of the map is wide. */
export function metresPerPixel(map: OlMap): number {
  const [, middle = 0] = transformExtent(map.getView().calculateExtent([1, 1]), 'EPSG:3857', 'EPSG:4326');
  return (map.getView().getResolution() ?? 1) * Math.cos((middle * Math.PI) / 180);
}

/** Makes the grid of what the map shows. */
export function showMgrs(layer: VectorLayer<VectorSource>, map: OlMap): void {
  const { lines, labels } = mgrs(seen(map), metresPerPixel(map));
  const features = [
    ...lines.map((each) => new Feature({ geometry: new LineString(each.places.map(at)), rank: each.rank })),
    ...labels.map((each) => new Feature({ geometry: new Point(at(each.place)), rank: each.rank, text: each.text })),
  ];
  const source = layer.getSource();
  source?.clear(true);
  source?.addFeatures(features);
}
