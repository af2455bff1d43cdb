import type { Feature as GeoFeature } from 'geojson';
import GeoJSON from 'ol/format/GeoJSON';
import Graticule from 'ol/layer/Graticule';
import VectorLayer from 'ol/layer/Vector';
import VectorSource from 'ol/source/Vector';
import { Fill, Stroke, Style, Text } from 'ol/style';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import near from 'world-atlas/countries-50m.json?url';
import far from 'world-atlas/countries-110m.json?url';
import { colour } from './colours';

type Atlas = Topology<{ readonly countries: GeometryCollection; readonly land: GeometryCollection }>;

/** Land and borders of the built-in map (Natural Earth). Borders are disputed, so that they can be left out. */
export interface Base {
  readonly land: VectorLayer;
  readonly borders: VectorLayer;
  /** The grid of degrees; another one after each `paint`. */
  grid(): Graticule;
  /** Takes the colours of the theme. */
  paint(): void;
  /** Takes the finer map in, once. */
  refine(): void;
}

const FORMAT = new GeoJSON();

async function load(url: string, land: VectorSource, borders: VectorSource): Promise<void> {
  const answer = await fetch(url);
  const atlas = (await answer.json()) as Atlas;
  const options = { featureProjection: 'EPSG:3857' };
  const ground = FORMAT.readFeatures(feature(atlas, atlas.objects.land) as unknown as GeoFeature, options);
  const lines = FORMAT.readFeatures(
    { type: 'Feature', properties: {}, geometry: mesh(atlas, atlas.objects.countries as never, (one, other) => one !== other) },
    options,
  );
  land.clear();
  land.addFeatures(ground);
  borders.clear();
  borders.addFeatures(lines);
}

/** A grid in the colours of the theme: it takes them only when it is made. */
function degrees(): Graticule {
  const label = (textAlign: 'end' | 'center', textBaseline: 'middle' | 'bottom') =>
    new Text({
      textAlign,
      textBaseline,
      font: '11px "Noto Sans"',
      fill: new Fill({ color: colour('map-label') }),
      stroke: new Stroke({ color: colour('map-halo'), width: 3 }),
    });
  return new Graticule({
    showLabels: true,
    wrapX: false,
    strokeStyle: new Stroke({ color: colour('map-border'), width: 0.5, lineDash: [2, 4] }),
    lonLabelStyle: label('center', 'bottom'),
    latLabelStyle: label('end', 'middle'),
  });
}

export function base(): Base {
  const ground = new VectorSource();
  const lines = new VectorSource();
  const land = new VectorLayer({ source: ground });
  const borders = new VectorLayer({ source: lines });
  let grid = degrees();
  let refined = false;
  void load(far, ground, lines).catch(() => undefined); // without it the map is water, and everything else stands on it
  return {
    land,
    borders,
    grid: () => grid,
    paint() {
      grid = degrees();
      land.setStyle(new Style({ fill: new Fill({ color: colour('map-land') }), stroke: new Stroke({ color: colour('map-coast'), width: 1 }) }));
      borders.setStyle(new Style({ stroke: new Stroke({ color: colour('map-border'), width: 1, lineDash: [6, 4] }) }));
    },
    refine() {
      if (!refined) {
        refined = true;
        void load(near, ground, lines).catch(() => {
          refined = false;
        });
      }
    },
  };
}
