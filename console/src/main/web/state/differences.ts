/** One place at which two versions are not the same; undefined: there is nothing in that one. */
export interface Difference {
  readonly path: string;
  readonly old: string | undefined;
  readonly now: string | undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a list holds nothing but numbers and texts, as a place does: such is read as one. */
function isPlain(list: readonly unknown[]): boolean {
  return list.every((each) => typeof each !== 'object' || each === null || (Array.isArray(each) && isPlain(each)));
}

/** By what an element of a list is known: its name, so that one that was put between others moves none of them; else its place. */
function nameOf(each: unknown, index: number): string {
  const name = isObject(each) ? (each['name'] ?? each['number'] ?? each['party']) : undefined;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : String(index + 1);
}

function leaves(value: unknown, path: string, into: Map<string, string>): void {
  if (isObject(value)) {
    Object.entries(value).forEach(([name, each]) => leaves(each, path ? `${path}.${name}` : name, into));
  } else if (Array.isArray(value) && !isPlain(value)) {
    value.forEach((each, i) => leaves(each, `${path}[${nameOf(each, i)}]`, into));
  } else {
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  }
}

/** Where two bodies are not the same, in the order of the later one; what is in the earlier alone comes last. */
export function differences(earlier: unknown, later: unknown): readonly Difference[] {
  const [before, after] = [new Map<string, string>(), new Map<string, string>()];
  leaves(earlier, '', before);
  leaves(later, '', after);
  const paths = [...after.keys(), ...[...before.keys()].filter((each) => !after.has(each))];
  return paths.map((path) => ({ path, old: before.get(path), now: after.get(path) })).filter((each) => each.old !== each.now);
}
