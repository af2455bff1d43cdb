import { effect } from '@preact/signals';
import type { Form } from '../geo/coordinates';
import { remembered } from './remembered';

export const THEMES = ['light', 'dark', 'night'] as const;
export type Theme = (typeof THEMES)[number];

/** How this browser shows things. */
export const theme = remembered<Theme>('theme', 'dark');
export const form = remembered<Form>('form', 'DD');
export const borders = remembered('borders', true);
export const ownMap = remembered('own-map', true);
export const GRIDS = ['none', 'degrees', 'mgrs'] as const;
export const grid = remembered<(typeof GRIDS)[number]>('grid-of', 'degrees');
export const centre = remembered<'map' | 'table'>('centre', 'map');

/** The next grid of the map. */
export function otherGrid(): void {
  grid.value = GRIDS[(GRIDS.indexOf(grid.value) + 1) % GRIDS.length] ?? 'degrees';
}

/** The page says which theme it has. */
export function follow(): void {
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
}
