import { effect } from '@preact/signals';
import type { Form } from '../geo/coordinates';
import { remembered } from './remembered';

export const THEMES = ['light', 'dark', 'night'] as const;
export type Theme = (typeof THEMES)[number];

/** How this browser shows things. */
export const theme = remembered<Theme>('theme', 'dark');
export const form = remembered<Form>('form', 'DD');
export const borders = remembered('borders', true);
export const grid = remembered('grid', true);
export const centre = remembered<'map' | 'table'>('centre', 'map');

/** The page says which theme it has. */
export function follow(): void {
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
}
