import type { MemberState } from '../api/types';

type State = MemberState['machine'] | MemberState['person'];

/** Each state has its own shape, so that no colour is needed to tell them apart. */
const SHAPES: Readonly<Record<State, string>> = {
  'not-yet-tested': 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM8 4.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z',
  answered: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z',
  confirmed: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z',
  missed: 'M8 1.5 15 14H1z',
  due: 'M8 1.5 15 14H1z',
  'one-way': 'M1 6h8V2l6 6-6 6v-4H1z',
  silent: 'M1 4 4 1l4 4 4-4 3 3-4 4 4 4-3 3-4-4-4 4-3-3 4-4z',
};

/** A light: its shape says the state, its colour only repeats it. */
export function Light({ state }: { readonly state: State }) {
  return (
    <svg class={`light light-${state}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[state]} fill-rule="evenodd" />
    </svg>
  );
}
