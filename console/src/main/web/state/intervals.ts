/** Something that holds from an instant until another, in milliseconds since 1970; `until` itself is outside. */
export interface Interval {
  readonly from: number;
  readonly until: number;
}

/** So many changes wait beside the tree before it is built anew. */
const LOOSE = 2_000;

/** What lies in the tree: sorted by beginnings, as arrays. */
interface Tree {
  readonly ids: readonly string[];
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** At the middle of each range of the sorted order: the latest end in that range. */
  readonly latest: Float64Array;
}

/**
 * Which of many things are active at an instant. A thing may have several intervals. Changes are taken at once; asking costs the
 * logarithm of how many there are, and what is found.
 */
export class IntervalIndex {
  private readonly all = new Map<string, readonly Interval[]>();
  private readonly loose = new Set<string>();
  private tree: Tree = grown([]);
  private looked = 0;

  /** How many things there are. */
  get size(): number {
    return this.all.size;
  }

  /** How many intervals the last question looked at. */
  get visited(): number {
    return this.looked;
  }

  /** Puts a thing with its intervals, in place of those that it had. */
  set(id: string, intervals: readonly Interval[]): void {
    this.all.set(id, intervals);
    this.loose.add(id);
  }

  /** Takes a thing out. */
  delete(id: string): void {
    if (this.all.delete(id)) {
      this.loose.add(id);
    }
  }

  /** Takes everything out. */
  clear(): void {
    this.all.clear();
    this.loose.clear();
    this.tree = grown([]);
  }

  /** The things that are active at an instant, each once. */
  at(instant: number): Set<string> {
    if (this.loose.size > LOOSE) {
      this.tree = grown([...this.all]);
      this.loose.clear();
    }
    this.looked = 0;
    const found = new Set<string>();
    this.stab(0, this.tree.ids.length, instant, found);
    for (const id of this.loose) {
      this.looked++;
      if (this.all.get(id)?.some((each) => each.from <= instant && instant < each.until)) {
        found.add(id);
      }
    }
    return found;
  }

  private stab(low: number, high: number, instant: number, found: Set<string>): void {
    if (low >= high) {
      return;
    }
    const middle = (low + high) >>> 1;
    this.looked++;
    const { ids, from, until, latest } = this.tree;
    if ((latest[middle] ?? 0) <= instant) {
      return;
    }
    this.stab(low, middle, instant, found);
    if ((from[middle] ?? 0) <= instant) {
      const id = ids[middle] ?? '';
      if (instant < (until[middle] ?? 0) && !this.loose.has(id)) {
        found.add(id);
      }
      this.stab(middle + 1, high, instant, found);
    }
  }
}

function grown(things: readonly (readonly [string, readonly Interval[]])[]): Tree {
  const flat = things.flatMap(([id, intervals]) => intervals.map((each) => ({ id, ...each })));
  flat.sort((one, other) => one.from - other.from);
  const tree = {
    ids: flat.map((each) => each.id),
    from: Float64Array.from(flat, (each) => each.from),
    until: Float64Array.from(flat, (each) => each.until),
    latest: new Float64Array(flat.length),
  };
  latest(tree, 0, flat.length);
  return tree;
}

function latest(tree: Tree, low: number, high: number): number {
  if (low >= high) {
    return -Infinity;
  }
  const middle = (low + high) >>> 1;
  const end = Math.max(tree.until[middle] ?? 0, latest(tree, low, middle), latest(tree, middle + 1, high));
  tree.latest[middle] = end;
  return end;
}
