import { afterEach, expect, test } from 'vitest';
import { exactly, isWrong, measured, now, stand } from '../../main/web/state/clock';

const AT = Date.parse('2017-11-20T06:20:00Z');

afterEach(() => stand(undefined));

test('a clock that stands still stands still on the page, and goes on when the node says so',  () => {
  stand(AT);
  expect(now.value).toBe(AT);
  expect(exactly()).toBe(AT);
  expect(isWrong.value, "of the browser's clock nothing is said").toBe(false);
  measured(AT + 41_000, 0, 60_000);
  expect(now.value).toBe(AT + 41_000);
});

test('a clock that runs is measured against that of the browser', () => {
  const here = Date.now();
  measured(here + 10_000, here, here);
  expect(Math.abs(exactly() - here - 10_000)).toBeLessThan(2_000);
  expect(isWrong.value).toBe(true);
});
