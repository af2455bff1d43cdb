import type BaseLayer from 'ol/layer/Base';
import MVT from 'ol/format/MVT';
import TileLayer from 'ol/layer/Tile';
import VectorTileLayer from 'ol/layer/VectorTile';
import { transformExtent } from 'ol/proj';
import VectorTileSource from 'ol/source/VectorTile';
import XYZ from 'ol/source/XYZ';
import { Fill, Stroke, Style, Text } from 'ol/style';
import type { StyleFunction } from 'ol/style/Style';
import type { OwnMap } from '../api/types';
import { harmless } from '../text/harmless';
import { language } from '../text/language';
import { theme } from '../state/settings';
import { colour } from './colours';
import { nameOf } from './names';

const URL = '/api/v1/map/{z}/{x}/{y}';
const VECTOR = 'application/vnd.mapbox-vector-tile';

/** The operator's own map, from the own node alone: pictures as they are, lines and areas in the colours of the theme. */
export function ownLayer(of: OwnMap): BaseLayer {
  const extent = transformExtent([...of.bounds], 'EPSG:4326', 'EPSG:3857');
  const common = { url: URL, minZoom: of.farthest, maxZoom: of.nearest };
  return of.type === VECTOR
    ? new VectorTileLayer({
        extent,
        source: new VectorTileSource({ ...common, format: new MVT() }),
        style: vectorStyle(),
        declutter: true,
      })
    : new TileLayer({ extent, source: new XYZ(common) });
}

/** Layers of points that have names: those of Protomaps, OpenMapTiles, Shortbread and Tilezen. */
const PLACES = new Set(['places', 'place', 'place_labels']);

/** The colours are asked for once for each theme: a tile has thousands of features. */
function vectorStyle(): StyleFunction {
  let of: string | undefined;
  let plain = new Style();
  return (feature) => {
    if (of !== theme.peek()) {
      of = theme.peek();
      plain = new Style({
        fill: new Fill({ color: colour('map-land') }),
        stroke: new Stroke({ color: colour('map-coast'), width: 1 }),
      });
    }
    return feature.getGeometry()?.getType() === 'Point' ? named(feature.getProperties()) : plain;
  };
}

function named(properties: Readonly<Record<string, unknown>>): Style | undefined {
  const name = PLACES.has(String(properties.layer)) ? nameOf(properties, language.peek()) : undefined;
  return name ? new Style({ text: label(harmless(name)) }) : undefined;
}

function label(text: string): Text {
  return new Text({
    text,
    font: '12px "Noto Sans", "Noto Sans Arabic", sans-serif',
    fill: new Fill({ color: colour('map-label') }),
    stroke: new Stroke({ color: colour('map-halo'), width: 3 }),
  });
}
