import type BaseLayer from 'ol/layer/Base';
import MVT from 'ol/format/MVT';
import TileLayer from 'ol/layer/Tile';
import VectorTileLayer from 'ol/layer/VectorTile';
import { transformExtent } from 'ol/proj';
import VectorTileSource from 'ol/source/VectorTile';
import XYZ from 'ol/source/XYZ';
import { Fill, Stroke, Style } from 'ol/style';
import type { OwnMap } from '../api/types';
import { colour } from './colours';

const URL = '/api/v1/map/{z}/{x}/{y}';
const VECTOR = 'application/vnd.mapbox-vector-tile';

/** The operator's own map, from the own node alone: pictures as they are, lines and areas in the colours of the theme. */
export function ownLayer(of: OwnMap): BaseLayer {
  const extent = transformExtent([...of.bounds], 'EPSG:4326', 'EPSG:3857');
  const common = { url: URL, minZoom: of.farthest, maxZoom: of.nearest };
  return of.type === VECTOR
    ? new VectorTileLayer({ extent, source: new VectorTileSource({ ...common, format: new MVT() }), style: vectorStyle })
    : new TileLayer({ extent, source: new XYZ(common) });
}

function vectorStyle(): Style {
  return new Style({
    fill: new Fill({ color: colour('map-land') }),
    stroke: new Stroke({ color: colour('map-coast'), width: 1 }),
  });
}
