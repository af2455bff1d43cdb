import { effect, signal, untracked } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import OlMap from 'ol/Map';
import View from 'ol/View';
import { defaults as controls } from 'ol/control/defaults';
import { createEmpty, extend, isEmpty } from 'ol/extent';
import type BaseLayer from 'ol/layer/Base';
import { fromLonLat, toLonLat } from 'ol/proj';
import { shown } from '../geo/coordinates';
import type { Separation } from '../api/types';
import type { Place } from '../geo/grid';
import type { Activity } from '../state/activities';
import { drawn } from '../state/drawing';
import { borders, form, grid, ownMap, theme } from '../state/settings';
import { activities, activityOf, conflicts, current, line, measures, node, selected, subjects, version } from '../state/store';
import { language } from '../text/language';
import { plain, word } from '../text/say';
import { isMeasuring } from '../state/measuring';
import { figures, label } from '../view/ConflictLine';
import { wayText } from '../text/way';
import { base } from './base';
import { Crowd } from './crowd';
import { drawing } from './drawing';
import { measuring, sought } from './measuring';
import { metresPerPixel, mgrsLayer, showMgrs } from './mgrsLayer';
import { activityLayer, conflictLayer, forgetStyles, showActivities, showConflicts } from './layers';
import { showStanding, standingLayer, type Wording } from './standing';

/** The place under the pointer; without one the middle of the map. */
export const pointed = signal<Place>({ lon: 0, lat: 0 });

/** Metres that a pixel in the middle of the map is wide. */
export const scale = signal(0);

/** The panel of what is in hand, with its margin, in pixels. */
const PANEL = 370;

/** The operator's own map lies above the built-in land and below its borders. */
const OWN = 1;

/** The place of the grid among the layers: above land and borders, below all that was notified. */
const GRID = 2;

/** With more than so many on the map names hide what they name, and each style of its own costs more than it tells. */
const FEW = 150;

/** From here on the finer map is worth its bytes. */
const FINE = 5;

/** Shows everything that was notified. */
let fit: () => void = () => undefined;
export function fitAll(): void {
  fit();
}

/** Goes to a place, and marks it; without a map as soon as there is one. */
let travel: ((to: Place) => void) | undefined;
let awaited: Place | undefined;
export function goTo(place: Place): void {
  sought.value = place;
  awaited = travel ? undefined : place;
  travel?.(place);
}

/** The map, on a canvas. The same content stands in the table beside it, for who cannot see it. */
export function ChartMap() {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current ? begin(host.current) : undefined), []);
  return <div ref={host} class="map" dir="ltr" role="region" aria-label={plain('map.title')} tabIndex={0} />;
}

/** Words on the canvas run as their language does, though the map does not. */
function directed(text: string): string {
  return language.value === 'ar' ? `\u2067${text}\u2069` : text;
}

/** The word of a conflict with its first figure, and with whom where that is not seen otherwise. */
function conflictLabel(of: Separation, other = ''): string {
  return directed(`${plain('conflict.word')} ${other && `\u2066${other}\u2069 `}${figures(of).split(' · ')[0] ?? ''}`);
}

/** The name of an activity; of ground that is declared, what it is besides. */
function activityLabel(of: Activity): string {
  return of.kind === 'area' ? directed(`\u2066${of.name}\u2069 · ${word('activity', of.sort)}`) : of.name;
}

const WORDING: Wording = {
  side: (parties) => directed(plain('chart.side', { parties: parties.join(', ') })),
  measure: (of) => directed(`\u2066${of.name}\u2069 · ${word('measure', of.measure)}`),
  site: (of, withdrawn) => directed(`\u2066${String(of.properties.body?.['name'] ?? of.id)}\u2069${withdrawn ? ` · ${word('status', 'withdrawn')}` : ''}`),
};

/** The activities that are in hand: one, or both of a conflict. */
function inHand(): Set<string> {
  const conflict = conflicts.value.find((each) => each.id === selected.value);
  return new Set(conflict ? [conflict.a, conflict.b] : selected.value ? [selected.value] : []);
}

function begin(host: HTMLDivElement): () => void {
  const ground = base();
  const [active, near, standing, crowd, squares] = [activityLayer(), conflictLayer(), standingLayer(), new Crowd(), mgrsLayer()];
  const map = new OlMap({
    target: host,
    layers: [ground.land, ground.borders, ground.grid(), squares, standing, crowd, active, near],
    view: new View({ center: fromLonLat([30, 30]), zoom: 3, minZoom: 1, maxZoom: 18, enableRotation: false }),
    controls: controls({ attribution: false, rotate: false, zoomOptions: { zoomInTipLabel: '+', zoomOutTipLabel: '−' } }),
  });
  const show = () => {
    const extent = createEmpty();
    [active, standing].forEach((layer) => extend(extent, layer.getSource()?.getExtent() ?? createEmpty()));
    crowd.extents().forEach((each) => extend(extent, each));
    if (!isEmpty(extent)) {
      map.getView().fit(extent, { padding: [40, 40, 40, 40], maxZoom: 11 });
    }
  };
  const own = node.peek()?.map;
  let layer: BaseLayer | undefined;
  if (own) {
    // Whoever has no map of their own does not load what shows one.
    void import('./ownMap').then(({ ownLayer }) => {
      layer = ownLayer(own);
      layer.setVisible(ownMap.peek());
      map.getLayers().insertAt(OWN, layer);
    });
  }
  fit = show;
  travel = (to) => map.getView().animate({ center: fromLonLat([to.lon, to.lat]), zoom: Math.max(9, map.getView().getZoom() ?? 9), duration: 200 });
  // What is in hand stands beside its panel, which is at the end of a line: on the left where writing runs to the left.
  const bring = (hand: ReadonlySet<string>) => {
    const extent = createEmpty();
    active.getSource()?.getFeatures().filter((each) => hand.has(String(each.getId()))).forEach((each) => extend(extent, each.getGeometry()?.getExtent() ?? createEmpty()));
    if (!isEmpty(extent)) {
      const wide = Math.min(PANEL, host.clientWidth / 2);
      const padding = language.peek() === 'ar' ? [60, 60, 90, wide] : [60, wide, 90, 60];
      map.getView().fit(extent, { padding, maxZoom: 10, duration: 150 });
    }
  };
  // What follows from which part of the earth is seen, and how near.
  const rested = () => {
    if (host.clientWidth > 0) {
      scale.value = metresPerPixel(map);
      if (grid.peek() === 'mgrs') {
        showMgrs(squares, map);
      }
    }
  };
  let fitted = '';
  // Once for each line, and not before there is anything to see it in.
  const fitOnce = () => {
    const of = line.peek()?.line ?? '';
    if (fitted !== of && host.clientWidth > 0) {
      fitted = of;
      show();
    }
  };
  let brought = '';
  const ends = [
    effect(() => {
      void [theme.value, language.value];
      map.removeLayer(ground.grid());
      ground.paint();
      map.getLayers().insertAt(layer ? GRID + 1 : GRID, ground.grid());
      layer?.changed();
      ground.grid().setVisible(grid.peek() === 'degrees');
      squares.changed();
      forgetStyles();
      crowd.repaint();
      active.changed();
      near.changed();
      standing.changed();
    }),
    effect(() => ground.borders.setVisible(borders.value)),
    effect(() => {
      const visible = ownMap.value;
      layer?.setVisible(visible);
    }),
    effect(() => {
      ground.grid().setVisible(grid.value === 'degrees');
      squares.setVisible(grid.value === 'mgrs');
      rested();
    }),
    effect(() => {
      const hand = inHand();
      const counted = new Set(current.value.map((each) => each.id));
      const beside = [...hand].filter((id) => !counted.has(id)).flatMap((id) => activityOf(id) ?? []);
      const few = current.value.length <= FEW;
      crowd.show(few ? [] : current.value.filter((each) => !hand.has(each.id)));
      showActivities(active, [...current.value.filter((each) => few || hand.has(each.id)), ...beside], hand, counted, activityLabel);
      if (untracked(() => activities.value.length) > 0) {
        fitOnce();
      }
      const key = [...hand].join(' ');
      if (key !== brought) {
        brought = key;
        untracked(() => bring(hand));
      }
    }),
    effect(() => {
      void language.value;
      const shownNow = new Set(current.value.map((each) => each.id));
      const these = conflicts.value.filter((each) => each.id === selected.value || shownNow.has(each.a) || shownNow.has(each.b));
      showConflicts(near, these, selected.value, (each) => conflictLabel(each.finding));
    }),
    effect(() => {
      void [version.value, language.value];
      showStanding(standing, measures.value, subjects.value, WORDING);
    }),
    drawing(map, (each) => conflictLabel(each, label(each.with))),
    measuring(map, (each) => directed(wayText(each))),
  ];
  if (awaited) {
    travel(awaited);
    awaited = undefined;
  }
  map.on('change:size', () => {
    if (activities.peek().length > 0) {
      fitOnce();
    }
  });
  map.on('pointermove', (event) => {
    const [lon = 0, lat = 0] = toLonLat(event.coordinate);
    pointed.value = { lon, lat };
  });
  map.on('moveend', () => {
    const [lon = 0, lat = 0] = toLonLat(map.getView().getCenter() ?? [0, 0]);
    pointed.value = { lon, lat };
    rested();
    if ((map.getView().getZoom() ?? 0) > FINE) {
      ground.refine();
    }
  });
  map.on('singleclick', (event) => {
    if (drawn.peek() || isMeasuring.peek()) {
      return; // the pointer draws, or measures
    }
    const hit = map.forEachFeatureAtPixel(event.pixel, (feature) => feature.getId(), { hitTolerance: 4 });
    selected.value = typeof hit === 'string' ? hit : crowd.at(event.coordinate)?.id;
  });
  return () => {
    ends.forEach((end) => end());
    map.setTarget(undefined);
    fit = () => undefined;
    travel = undefined;
  };
}

/** The pointed place in the chosen form. */
export function pointedText(): string {
  return shown(pointed.value, form.value);
}
