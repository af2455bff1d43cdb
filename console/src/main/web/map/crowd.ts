import type { FrameState } from 'ol/Map';
import type { Coordinate } from 'ol/coordinate';
import { intersects, type Extent } from 'ol/extent';
import Layer from 'ol/layer/Layer';
import { isInside, outlined, type Outline, type Ring } from '../geo/outline';
import type { Activity } from '../state/activities';
import { hatch, partyColour } from './colours';
import { projected } from './layers';

/** Corners nearer than so many pixels to the one before are left out: nobody sees them, and each costs. */
const SEEN = 1.2;

const outlines = new WeakMap<Activity, Outline>();

/** The outline of an activity, projected once. */
function outlineOf(activity: Activity): Outline {
  const known = outlines.get(activity) ?? outlined(projected(activity.volumes.flatMap((volume) => volume.polygons)));
  outlines.set(activity, known);
  return known;
}

function isInConflict(activity: Activity): boolean {
  return (activity.subject.properties.conflicts ?? []).length > 0;
}

/** A ring ends where it begins. It is not closed besides: that takes Chromium longer than all the rest. */
function trace(on: CanvasRenderingContext2D, ring: Ring, [a = 1, , , d = 1, e = 0, f = 0]: readonly number[]): void {
  let [lastX, lastY] = [Infinity, Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [a * (ring[i] ?? 0) + e, d * (ring[i + 1] ?? 0) + f];
    if (i === 0) {
      on.moveTo(x, y);
    } else if (i < ring.length - 2 && Math.abs(x - lastX) + Math.abs(y - lastY) < SEEN) {
      continue;
    } else {
      on.lineTo(x, y);
    }
    [lastX, lastY] = [x, y];
  }
}

/** Some activities of a party as one path. */
function drawn(on: CanvasRenderingContext2D, these: readonly Activity[], transform: readonly number[], party: string, width: number): void {
  on.beginPath();
  these.forEach((each) => outlineOf(each).rings.forEach((ring) => trace(on, ring, transform)));
  on.fillStyle = hatch(party, partyColour(party));
  on.strokeStyle = partyColour(party);
  on.lineWidth = width;
  on.fill();
  on.stroke();
}

/**
 * Activities where there are so many that each of its own would cost more than it tells: one path for each party, and one for what
 * of it is in conflict. It lies on a canvas of its own, so that scrubbing draws it and nothing else of the map.
 */
export class Crowd extends Layer {
  private readonly canvas = document.createElement('canvas');
  /** A canvas that stood alone would be drawn into by the layers above it. */
  private readonly element = document.createElement('div');
  private all: readonly Activity[] = [];
  private frame: FrameState | undefined;
  private asked = 0;

  constructor() {
    super({});
    this.element.className = 'crowd';
    this.element.append(this.canvas);
  }

  /** Shows these in place of those before, with the next frame. */
  show(all: readonly Activity[]): void {
    if (all.length > 0 || this.all.length > 0) {
      this.all = all;
      this.soon();
    }
  }

  /** The colours are others. */
  repaint(): void {
    this.soon();
  }

  /** What can be seen of it. */
  extents(): readonly Extent[] {
    return this.all.map((each) => [...outlineOf(each).box]);
  }

  /** What lies at a place of the map. */
  at(place: Coordinate): Activity | undefined {
    return this.all.find((each) => isInside(outlineOf(each), place));
  }

  override render(frame: FrameState): HTMLElement {
    this.frame = frame;
    this.draw();
    return this.element;
  }

  private soon(): void {
    this.asked ||= requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    const on = this.canvas.getContext('2d');
    if (!this.frame || !on) {
      return;
    }
    const { size, pixelRatio, coordinateToPixelTransform, extent } = this.frame;
    const [width = 0, height = 0] = size.map((each) => Math.round(each * pixelRatio));
    if (this.canvas.width !== width || this.canvas.height !== height) {
      [this.canvas.width, this.canvas.height] = [width, height];
    }
    on.setTransform(1, 0, 0, 1, 0, 0);
    on.clearRect(0, 0, width, height);
    on.scale(pixelRatio, pixelRatio);
    const seen = this.all.filter((each) => extent === null || intersects(extent, [...outlineOf(each).box]));
    for (const party of new Set(seen.map((each) => each.owner))) {
      const own = seen.filter((each) => each.owner === party);
      drawn(on, own.filter((each) => !isInConflict(each)), coordinateToPixelTransform, party, 1);
      drawn(on, own.filter(isInConflict), coordinateToPixelTransform, party, 2.5);
    }
  }
}
