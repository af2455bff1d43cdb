import { expect, test } from 'vitest';
import { nameOf } from '../../main/web/map/names';

test('a place is called as in the language of the page, or as those call it who live there', () => {
  const place = { 'name:ar': 'دير الزور', name_ru: 'Дейр-эз-Зор', 'name:en': '', name: 'Deir ez-Zor' };
  expect(nameOf(place, 'ar')).toBe('دير الزور');
  expect(nameOf(place, 'ru')).toBe('Дейр-эз-Зор');
  expect(nameOf(place, 'en')).toBe('Deir ez-Zor');
});

test('what is no name is none', () => {
  expect(nameOf({ name: 7 }, 'en')).toBeUndefined();
  expect(nameOf({}, 'en')).toBeUndefined();
});
