import { computed, effect, signal } from '@preact/signals';
import type { Language } from '../api/types';
import { remembered } from '../state/remembered';

/** Languages that the page speaks, each by its own name. */
export const NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', ar: 'العربية' };

/** What a person chose here; empty before that, then the node's first language holds. */
export const choice = remembered<Language | ''>('language', '');

/** The language of the node, until somebody chooses. */
export const usual = signal<Language>('en');

export const language = computed<Language>(() => choice.value || usual.value);

/** The page says to the browser in which language and direction it is. */
export function follow(): void {
  effect(() => {
    document.documentElement.lang = language.value;
    document.documentElement.dir = language.value === 'ar' ? 'rtl' : 'ltr';
  });
}
