import { computed } from '@preact/signals';
import { activities, conflicts } from './store';

/** Instants at which something begins or ends, each once, in their order. */
export const instants = computed(() => {
  const all = new Set<number>();
  for (const each of activities.value) {
    all.add(each.from);
    all.add(each.until);
  }
  for (const each of conflicts.value) {
    all.add(Date.parse(each.finding.from));
    all.add(Date.parse(each.finding.until));
  }
  return [...all].filter(Number.isFinite).sort((one, other) => one - other);
});

/** The next instant after one, or the last before it, at which something begins or ends. */
export function next(all: readonly number[], from: number, direction: 1 | -1): number | undefined {
  return direction === 1 ? all.find((each) => each > from) : all.findLast((each) => each < from);
}
