import Feature from 'ol/Feature';
import { LineString, MultiPolygon, Point } from 'ol/geom';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import type { Geometry, Position } from 'geojson';
import type { Conflict, Separation } from '../api/types';
import type { Activity } from '../state/activities';
import { colour, hatch, partyColour } from './colours';

const FONT = '600 12px "Noto Sans", "Noto Sans Arabic"';

/** What of an activity a style needs; on the feature, so that a style is made from it alone. */
interface Drawn {
  readonly owner: string;
  readonly label: string;
  readonly inConflict: boolean;
  /** Whether it is ground that its owner declares, and nothing that it does there. */
  readonly declared: boolean;
  readonly selected: boolean;
  /** Whether it counts at the shown instant; what does not is there because somebody has it in hand. */
  readonly counts: boolean;
}

/** Polygons as the map has them. */
export function projected(polygons: Position[][][]): number[][][][] {
  return polygons.map((polygon) => polygon.map((ring) => ring.map((at) => fromLonLat([at[0] ?? 0, at[1] ?? 0]))));
}

/** Words beside something, with a halo, so that they are read on any ground. */
export function words(text: string, of: string, offsetY = 0): Text {
  return new Text({
    text,
    font: FONT,
    fill: new Fill({ color: of }),
    stroke: new Stroke({ color: colour('map-halo'), width: 3 }),
    overflow: true,
    offsetY,
  });
}

/** Styles of activities by all that tells them apart; only the label changes from one to the next. */
const styles = new Map<string, Style>();

/** The theme is another: every colour is asked for anew. */
export function forgetStyles(): void {
  styles.clear();
}

function activityStyle(feature: Feature): Style {
  const drawn = feature.get('drawn') as Drawn;
  const key = [drawn.owner, drawn.selected, drawn.inConflict, drawn.counts, drawn.declared].join();
  const known = styles.get(key);
  if (known) {
    known.getText()?.setText(drawn.label);
    return known;
  }
  const of = partyColour(drawn.owner);
  const style = new Style({
    fill: new Fill({ color: drawn.declared && !drawn.selected ? 'transparent' : hatch(drawn.owner, of, drawn.selected) }),
    stroke: new Stroke({
      color: of,
      width: drawn.selected ? 4.5 : drawn.inConflict ? 2.5 : drawn.declared ? 3 : 1.5,
      ...(drawn.declared ? { lineDash: [2, 6] } : drawn.counts ? {} : { lineDash: [8, 5] }),
    }),
    text: words(drawn.label, of),
    zIndex: drawn.selected ? 2 : 1,
  });
  styles.set(key, style);
  return style;
}

/** Activities and other things that take space. */
export function activityLayer(): VectorLayer<VectorSource> {
  return new VectorLayer({
    source: new VectorSource(),
    style: (feature) => activityStyle(feature as Feature),
    declutter: true,
    updateWhileAnimating: true,
    updateWhileInteracting: true,
  });
}

/** A feature of each activity, for as long as it is the same: scrubbing projects nothing twice. */
const made = new WeakMap<Activity, Feature>();

function featureOf(activity: Activity): Feature {
  const known = made.get(activity);
  if (known) {
    return known;
  }
  const feature = new Feature(new MultiPolygon(projected(activity.volumes.flatMap((volume) => volume.polygons))));
  feature.setId(activity.id);
  made.set(activity, feature);
  return feature;
}

function isSame(one: Drawn | undefined, other: Drawn): boolean {
  return (
    one !== undefined &&
    one.selected === other.selected &&
    one.counts === other.counts &&
    one.inConflict === other.inConflict &&
    one.label === other.label
  );
}

/** Puts what is to be seen into a layer, named by `label`; what is not among it goes. Only what changed is touched. */
export function showActivities(
  layer: VectorLayer<VectorSource>,
  all: readonly Activity[],
  selected: ReadonlySet<string>,
  counted: ReadonlySet<string>,
  label: (of: Activity) => string,
): void {
  const source = layer.getSource();
  const wanted = new Set<Feature>();
  for (const each of all) {
    const feature = featureOf(each);
    const drawn: Drawn = {
      owner: each.owner,
      label: label(each),
      declared: each.kind === 'area',
      inConflict: (each.subject.properties.conflicts ?? []).length > 0,
      selected: selected.has(each.id),
      counts: counted.has(each.id),
    };
    if (!isSame(feature.get('drawn') as Drawn | undefined, drawn)) {
      feature.set('drawn', drawn);
    }
    wanted.add(feature);
  }
  const there = new Set(source?.getFeatures());
  const [gone, come] = [[...there].filter((each) => !wanted.has(each)), [...wanted].filter((each) => !there.has(each))];
  // Each of the two has the whole map drawn anew, also when there is nothing in it.
  if (gone.length > 0) {
    source?.removeFeatures(gone);
  }
  if (come.length > 0) {
    source?.addFeatures(come);
  }
}

/** The point of a geometry, as the map has it. */
export function at(geometry: Geometry): number[] {
  return geometry.type === 'Point' ? fromLonLat([geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]) : [0, 0];
}

/** Half way between the places where two are nearest. */
export function middle(of: Separation): number[] {
  const [a, b] = [at(of.onA), at(of.onB)];
  return [((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2];
}

/** Where conflicts are nearest, each with its word and figures. */
export function conflictLayer(): VectorLayer<VectorSource> {
  return new VectorLayer({ source: new VectorSource(), style: (feature) => conflictStyle(feature as Feature), zIndex: 5 });
}

function conflictStyle(feature: Feature): Style {
  const selected = feature.get('selected') === true;
  const of = colour('conflict');
  return new Style({
    image: new RegularShape({
      points: 4,
      radius: selected ? 13 : 10,
      radius2: 0,
      angle: Math.PI / 4,
      stroke: new Stroke({ color: of, width: selected ? 4 : 3 }),
    }),
    stroke: new Stroke({ color: of, width: 2, lineDash: [3, 3] }),
    text: words(String(feature.get('label')), of, 20),
  });
}

/** Shows conflicts; `label` puts each into words. Where they are the same as before nothing is touched. */
export function showConflicts(layer: VectorLayer<VectorSource>, all: readonly Conflict[], selected: string | undefined, label: (of: Conflict) => string): void {
  const told = all.map((each) => `${each.id} ${each.finding.hash} ${label(each)}`).join('\n') + (selected ?? '');
  if (told === layer.get('told')) {
    return;
  }
  layer.set('told', told, true);
  const features = all.flatMap((each) => {
    const nearest = new Feature(new Point(middle(each.finding)));
    nearest.setId(each.id);
    nearest.set('label', label(each));
    nearest.set('selected', each.id === selected);
    if (each.finding.horizontal < 1) {
      return [nearest];
    }
    const between = new Feature(new LineString([at(each.finding.onA), at(each.finding.onB)]));
    between.set('label', '');
    return [between, nearest];
  });
  const source = layer.getSource();
  source?.clear(true);
  source?.addFeatures(features);
}
