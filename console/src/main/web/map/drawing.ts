import { effect, signal } from '@preact/signals';
import Feature from 'ol/Feature';
import type OlMap from 'ol/Map';
import type MapBrowserEvent from 'ol/MapBrowserEvent';
import { unByKey } from 'ol/Observable';
import type { Coordinate } from 'ol/coordinate';
import { createEmpty, extend, isEmpty } from 'ol/extent';
import { MultiPolygon, Point } from 'ol/geom';
import Translate from 'ol/interaction/Translate';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat, toLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, Stroke, Style } from 'ol/style';
import type { Against } from '../api/types';
import type { Place } from '../geo/grid';
import { readLength } from '../geo/read';
import { towards } from '../geo/shapes';
import { add, adding, drawn, drop, insert, met, move, next, outline, places, reach } from '../state/drawing';
import { isMeasuring } from '../state/measuring';
import { theme } from '../state/settings';
import { activityOf, line } from '../state/store';
import { language } from '../text/language';
import { colour, hatch } from './colours';
import { middle, projected, words } from './layers';

/** What a dot on the map changes when it is moved. */
type Handle =
  | { readonly what: 'place'; readonly index: number }
  /** Half way between two places: moved, it becomes one. */
  | { readonly what: 'between'; readonly index: number }
  | { readonly what: 'radius' };

/** Within so many pixels a press is meant for what is there. */
const NEAR = 10;

/** The form beside the map, with its margin, in pixels. */
const FORM = 350;

function placeOf(at: Coordinate): Place {
  const [lon = 0, lat = 0] = toLonLat(at);
  return { lon, lat };
}

function handle(at: Place, of: Handle): Feature {
  const feature = new Feature(new Point(fromLonLat([at.lon, at.lat])));
  feature.set('handle', of);
  return feature;
}

function halfWay(one: Place, other: Place): Place {
  return { lon: (one.lon + other.lon) / 2, lat: (one.lat + other.lat) / 2 };
}

/** A dot for each place, and one between each two; a circle has one on its rim. */
function handles(): Feature[] {
  const all = places.value;
  const shape = drawn.value?.shape.value;
  const own = all.flatMap((each, index) => (each ? [handle(each, { what: 'place', index })] : []));
  const [centre] = all;
  if (shape === 'circle') {
    const metres = readLength(drawn.value?.width.value ?? '');
    if (!centre || !metres) {
      return own;
    }
    const [lon = 0, lat = 0] = towards([centre.lon, centre.lat], 90, metres);
    return [...own, handle({ lon, lat }, { what: 'radius' })];
  }
  const last = shape === 'polygon' && all.length > 2 ? all.length : all.length - 1;
  const between = all.slice(0, Math.max(0, last)).flatMap((each, i) => {
    const to = all[(i + 1) % all.length];
    return each && to ? [handle(halfWay(each, to), { what: 'between', index: i + 1 })] : [];
  });
  return [...own, ...between];
}

function handleStyle(feature: Feature): Style {
  const { what } = feature.get('handle') as Handle;
  return new Style({
    image: new Circle({
      radius: what === 'between' ? 5 : 8,
      fill: new Fill({ color: colour('map-halo') }),
      stroke: new Stroke({ color: colour('text'), width: what === 'between' ? 1.5 : 3 }),
    }),
    zIndex: what === 'between' ? 0 : 1,
  });
}

/** The plan itself: hatched as one's own, in the colour of conflicts where it would meet somebody. */
function planStyle(): Style {
  const inConflict = (met.peek()?.conflicts ?? []).length > 0;
  const of = colour(inConflict ? 'conflict' : 'party-0');
  return new Style({
    fill: new Fill({ color: hatch(line.peek()?.me ?? '', of, inConflict) }),
    stroke: new Stroke({ color: of, width: 2.5, lineDash: [8, 5] }),
    // Where it would meet somebody, the words of that stand here.
    text: words(inConflict ? '' : (drawn.peek()?.name.peek() ?? ''), of),
  });
}

/** What the plan would meet, each hatched and with the word and figures of it. */
function metFeatures(label: (of: Against) => string): Feature[] {
  return (met.value?.conflicts ?? []).flatMap((each) => {
    const other = activityOf(each.with);
    const place = new Feature(new Point(middle(each)));
    place.set('label', label(each));
    if (!other) {
      return [place];
    }
    const area = new Feature(new MultiPolygon(projected(other.volumes.flatMap((volume) => volume.polygons))));
    area.set('owner', other.owner);
    return [area, place];
  });
}

function metStyle(feature: Feature): Style {
  const of = colour('conflict');
  const label = feature.get('label') as string | undefined;
  return label === undefined
    ? new Style({ fill: new Fill({ color: hatch(String(feature.get('owner')), of, true) }), stroke: new Stroke({ color: of, width: 3 }) })
    : new Style({ text: words(label, of, -24), zIndex: 2 });
}

function shown(source: VectorSource, features: Feature[]): void {
  source.clear(true);
  source.addFeatures(features);
}

/** The plan that lies open on a map: its shape, dots by which it is changed, and what it would meet. `label` puts that into words. */
export function drawing(map: OlMap, label: (of: Against) => string): () => void {
  const [plan, dots, others] = [new VectorSource(), new VectorSource(), new VectorSource()];
  const dotLayer = new VectorLayer({ source: dots, style: (each) => handleStyle(each as Feature), zIndex: 9 });
  const layers = [
    new VectorLayer({ source: others, style: (each) => metStyle(each as Feature), zIndex: 7 }),
    new VectorLayer({ source: plan, style: () => planStyle(), zIndex: 8 }),
    dotLayer,
  ];
  layers.forEach((each) => map.addLayer(each));
  const moving = signal(false);
  const ends = [
    effect(() => {
      void [theme.value, met.value, drawn.value?.name.value];
      shown(plan, outline.value.length > 0 ? [new Feature(new MultiPolygon(projected(outline.value)))] : []);
    }),
    effect(() => {
      void theme.value;
      // What somebody holds by the pointer must stay what it is until it is let go.
      if (!moving.value) {
        shown(dots, adding.value ? [] : handles());
      }
    }),
    effect(() => {
      void [theme.value, language.value];
      shown(others, metFeatures(label));
    }),
    effect(() => {
      map.getTargetElement()?.classList.toggle('is-drawing', adding.value);
      if (!adding.value) {
        next.value = undefined;
      }
    }),
    effect(() => {
      map.getView().padding = drawn.value ? besideForm(map) : [0, 0, 0, 0];
      if (drawn.value) {
        bring(map, plan);
      }
    }),
    byPointer(map, dotLayer, moving),
  ];
  return () => ends.forEach((end) => end());
}

/** What of the map the form covers, which is at the beginning of a line: the middle of the map is that of the rest. */
function besideForm(map: OlMap): number[] {
  const wide = Math.min(FORM, (map.getSize()?.[0] ?? 0) / 2);
  return language.value === 'ar' ? [0, wide, 0, 0] : [0, 0, 0, wide];
}

/** Shows the plan, where there is anything of it. */
function bring(map: OlMap, plan: VectorSource): void {
  const extent = extend(createEmpty(), plan.getExtent() ?? createEmpty());
  if (!isEmpty(extent)) {
    map.getView().fit(extent, { padding: [60, 60, 90, 60], maxZoom: 11, duration: 150 });
  }
}

function byPointer(map: OlMap, dots: VectorLayer<VectorSource>, moving: { value: boolean }): () => void {
  const grip = new Translate({ layers: [dots], hitTolerance: NEAR / 2 });
  let held: Handle | undefined;
  grip.on('translatestart', (event) => {
    held = event.features.item(0)?.get('handle') as Handle | undefined;
    moving.value = true;
    if (held?.what === 'between') {
      insert(held.index, placeOf(event.coordinate));
      held = { what: 'place', index: held.index };
    }
  });
  grip.on('translating', (event) => {
    const at = placeOf(event.coordinate);
    if (held?.what === 'place') {
      move(held.index, at);
    } else if (held) {
      reach(at);
    }
  });
  grip.on('translateend', () => {
    held = undefined;
    moving.value = false;
  });
  map.addInteraction(grip);
  const listeners = [
    map.on('click', (event) => pressed(map, dots, event as MapBrowserEvent<PointerEvent>)),
    map.on('pointermove', (event) => hovered(placeOf(event.coordinate))),
    // The second press of two gave a place, or ended: the map must not come nearer as well.
    map.on('dblclick', () => drawn.peek() === undefined && !isMeasuring.peek()),
  ];
  return () => unByKey(listeners);
}

function hovered(at: Place): void {
  if (!adding.peek()) {
    return;
  }
  next.value = at;
  if (drawn.peek()?.shape.peek() === 'circle') {
    reach(at);
  }
}

/** Whether a press is on the last place again, or closes a polygon at its first: then it is whole. */
function isEnd(map: OlMap, pixel: readonly number[]): boolean {
  const all = places.peek();
  const closing = drawn.peek()?.shape.peek() === 'polygon' && all.length > 2 ? [all.at(-1), all[0]] : [all.at(-1)];
  return closing.some((each) => {
    const [x = 0, y = 0] = each ? map.getPixelFromCoordinate(fromLonLat([each.lon, each.lat])) : [Infinity, Infinity];
    return Math.hypot(x - (pixel[0] ?? 0), y - (pixel[1] ?? 0)) < NEAR;
  });
}

function pressed(map: OlMap, dots: VectorLayer<VectorSource>, event: MapBrowserEvent<PointerEvent>): void {
  if (!drawn.peek()) {
    return;
  }
  if (adding.peek()) {
    if (drawn.peek()?.shape.peek() !== 'circle' && isEnd(map, event.pixel)) {
      adding.value = false;
    } else {
      add(placeOf(event.coordinate));
    }
    return;
  }
  if (event.originalEvent.altKey) {
    const hit = map.forEachFeatureAtPixel(event.pixel, (each) => each.get('handle') as Handle, { layerFilter: (each) => each === dots, hitTolerance: NEAR / 2 });
    if (hit?.what === 'place') {
      drop(hit.index);
    }
  }
}
