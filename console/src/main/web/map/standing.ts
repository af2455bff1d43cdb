import Feature from 'ol/Feature';
import { LineString, MultiPolygon, Point } from 'ol/geom';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, Stroke, Style } from 'ol/style';
import type { Measure, Subject } from '../api/types';
import { middleOf } from '../geo/sides';
import { bufferOf, groundOf, isWithdrawn, sidesOf } from '../state/measures';
import { colour } from './colours';
import { at, projected, words } from './layers';

/** How the things are put into words. */
export interface Wording {
  readonly side: (parties: readonly string[]) => string;
  readonly site: (of: Subject, withdrawn: boolean) => string;
  readonly measure: (of: Measure) => string;
}

/** So far from its line the words of a side stand, in pixels. */
const BESIDE = 14;

/** Sites with their buffers, and control measures: what is there whatever the time. */
export function standingLayer(): VectorLayer<VectorSource> {
  return new VectorLayer({ source: new VectorSource(), style: (feature) => standingStyle(feature as Feature) });
}

/** Words beside a line stand on their side of it, whichever way it runs. */
function sideStyle(label: string, [x = 0, y = 0]: readonly number[]): Style {
  const text = words(label, colour('standing'), -y * BESIDE);
  text.setOffsetX(x * BESIDE);
  text.setTextAlign(x > 0.3 ? 'left' : x < -0.3 ? 'right' : 'center');
  return new Style({ text, zIndex: 2 });
}

function standingStyle(feature: Feature): Style {
  const of = colour('standing');
  const label = String(feature.get('label') ?? '');
  switch (feature.get('what')) {
    case 'side':
      return sideStyle(label, feature.get('way') as readonly number[]);
    case 'buffer':
      return new Style({ stroke: new Stroke({ color: of, width: 1.5, lineDash: [2, 4] }) });
    case 'ground':
      return new Style({ stroke: new Stroke({ color: of, width: 2, lineDash: [12, 4, 2, 4] }), text: words(label, of) });
    case 'line':
      return new Style({ stroke: new Stroke({ color: of, width: 2.5, lineDash: [12, 4, 2, 4] }) });
    default:
      return new Style({
        image: new Circle({ radius: 6, fill: new Fill({ color: colour('map-halo') }), stroke: new Stroke({ color: of, width: 2.5 }) }),
        text: words(label, of, -14),
        zIndex: 1,
      });
  }
}

function lineOf(measure: Measure, wording: Wording): Feature[] {
  if (measure.geometry?.type !== 'LineString') {
    return [];
  }
  const places = measure.geometry.coordinates.map((each) => fromLonLat([each[0] ?? 0, each[1] ?? 0]));
  const { at: middle, left } = middleOf(places);
  const [x, y] = left;
  const sides = sidesOf(measure);
  const keeps = (parties: readonly string[]) => (parties.length > 0 ? [wording.side(parties)] : []);
  const beside = (way: readonly number[], said: readonly string[]) =>
    said.length > 0 ? [new Feature({ geometry: new Point(middle), what: 'side', way, label: said.join('\n') })] : [];
  return [
    new Feature({ geometry: new LineString(places), what: 'line' }),
    ...beside([x, y], [wording.measure(measure), ...keeps(sides.left)]),
    ...beside([-x, -y], keeps(sides.right)),
  ];
}

function groundFeatures(measure: Measure, subjects: readonly Subject[], wording: Wording): Feature[] {
  const ground = measure.geometry ? [] : groundOf(measure, subjects);
  return ground.length > 0 ? [new Feature({ geometry: new MultiPolygon(projected(ground)), what: 'ground', label: wording.measure(measure) })] : [];
}

function siteFeatures(site: Subject, wording: Wording): Feature[] {
  if (site.geometry?.type !== 'Point') {
    return [];
  }
  const withdrawn = isWithdrawn(site);
  const point = new Feature({ geometry: new Point(at(site.geometry)), what: 'site', label: wording.site(site, withdrawn) });
  point.setId(site.id);
  const buffer = withdrawn ? [] : bufferOf(site);
  return buffer.length > 0 ? [new Feature({ geometry: new MultiPolygon(projected(buffer)), what: 'buffer' }), point] : [point];
}

/** Shows the control measures that are in force, and the sites that were notified. */
export function showStanding(layer: VectorLayer<VectorSource>, measures: readonly Measure[], subjects: readonly Subject[], wording: Wording): void {
  const source = layer.getSource();
  source?.clear(true);
  source?.addFeatures([
    ...measures.flatMap((each) => [...groundFeatures(each, subjects, wording), ...lineOf(each, wording)]),
    ...subjects.filter((each) => each.properties.kind === 'site').flatMap((each) => siteFeatures(each, wording)),
  ]);
}
