/** Whoever touched neither a key nor a pointer for so long may have left the desk. */
export const PRESENT = 10 * 60_000;

/** Something stands so long on the screen before it counts as shown: what is only scrolled past was not. */
export const DWELL = 1_000;

/** A record of another party, by its line and name. */
export interface Seen {
  readonly line: string;
  readonly record: string;
}

function keyOf({ line, record }: Seen): string {
  return `${line} ${record}`;
}

/**
 * What this page has shown to a person. A record counts as shown once it stood on the screen of a visible page for a moment and
 * somebody was at the keyboard or pointer within ten minutes; of each it is said once.
 */
export class Presenting {
  /** By the place on the page: one record may stand in several. */
  private readonly places = new Map<object, { readonly what: Seen; since: number }>();
  private readonly said = new Set<string>();
  private touched = -Infinity;

  /** Somebody pressed a key or moved a pointer. */
  touch(at: number): void {
    this.touched = at;
  }

  appears(place: object, what: Seen, at: number): void {
    if (!this.places.has(place)) {
      this.places.set(place, { what, since: at });
    }
  }

  goes(place: object): void {
    this.places.delete(place);
  }

  /** The page was hidden: whatever stands on it begins anew to be shown when it is seen again. */
  hidden(at: number): void {
    this.places.forEach((each) => (each.since = at));
  }

  /** What is to be said now. It counts as said from here on, unless `failed` is called for it. */
  due(at: number): readonly Seen[] {
    if (at - this.touched > PRESENT) {
      return [];
    }
    const found = new Map<string, Seen>();
    for (const { what, since } of this.places.values()) {
      if (at - since >= DWELL && !this.said.has(keyOf(what))) {
        found.set(keyOf(what), what);
      }
    }
    found.forEach((_, key) => this.said.add(key));
    return [...found.values()];
  }

  /** The node did not hear of it: it is said again. */
  failed(what: Seen): void {
    this.said.delete(keyOf(what));
  }
}

/** Whether so much of something is in sight that it can be read: nearly all of it, or what fills a third of the window. */
export function isInSight(ratio: number, height: number, window: number): boolean {
  return ratio >= 0.9 || (ratio > 0 && height >= window / 3);
}
