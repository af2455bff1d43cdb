import { effect, signal } from '@preact/signals';
import Feature from 'ol/Feature';
import type OlMap from 'ol/Map';
import { unByKey } from 'ol/Observable';
import { LineString, Point } from 'ol/geom';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat, toLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, RegularShape, Stroke, Style } from 'ol/style';
import type { Way } from '../geo/geodesic';
import type { Place } from '../geo/grid';
import { isMeasuring, legs, station, stations } from '../state/measuring';
import { theme } from '../state/settings';
import { language } from '../text/language';
import { colour } from './colours';
import { words } from './layers';

/** A place that somebody went to, marked until the next press on the map. */
export const sought = signal<Place | undefined>(undefined);

function at({ lon, lat }: Place): number[] {
  return fromLonLat([lon, lat]);
}

function measuredFeatures(label: (of: Way | undefined) => string): Feature[] {
  return [
    ...legs(stations.value).map((each) => new Feature({ geometry: new LineString([at(each.from), at(each.to)]), what: 'leg', label: label(each.way) })),
    ...stations.value.flatMap((each) => (each ? [new Feature({ geometry: new Point(at(each)), what: 'station' })] : [])),
  ];
}

function styleOf(feature: Feature): Style {
  const of = colour('text');
  switch (feature.get('what')) {
    case 'leg':
      return new Style({ stroke: new Stroke({ color: of, width: 2, lineDash: [6, 4] }), text: words(String(feature.get('label')), of) });
    case 'station':
      return new Style({ image: new Circle({ radius: 5, fill: new Fill({ color: colour('map-halo') }), stroke: new Stroke({ color: of, width: 2 }) }) });
    default:
      return new Style({ image: new RegularShape({ points: 4, radius: 14, radius2: 0, stroke: new Stroke({ color: of, width: 2.5 }) }) });
  }
}

/** What is measured on a map, and the place that somebody went to. `label` puts a way into words. */
export function measuring(map: OlMap, label: (of: Way | undefined) => string): () => void {
  const source = new VectorSource();
  map.addLayer(new VectorLayer({ source, style: (each) => styleOf(each as Feature), zIndex: 9 }));
  const end = effect(() => {
    void [theme.value, language.value];
    const mark = sought.value ? [new Feature({ geometry: new Point(at(sought.value)), what: 'sought' })] : [];
    source.clear(true);
    source.addFeatures([...(isMeasuring.value ? measuredFeatures(label) : []), ...mark]);
  });
  const pressed = map.on('click', (event) => {
    const [lon = 0, lat = 0] = toLonLat(event.coordinate);
    sought.value = undefined;
    if (isMeasuring.peek()) {
      station({ lon, lat });
    }
  });
  return () => {
    end();
    unByKey(pressed);
  };
}
