import type { Page } from 'playwright-core';
import { crowd } from './crowd';

const HOUR = 3_600_000;

/** The node's list of subjects is answered with a crowd in its place; all else is the node's own. */
export async function crowded(page: Page, line: string, count: number, atOnce: number): Promise<void> {
  const all = crowd(count, atOnce, line, Date.now() - HOUR);
  await page.route(/\/api\/v1\/lines\/[^/]+\/subjects\?/, async (route) => {
    const url = new URL(route.request().url());
    const limit = Number(url.searchParams.get('limit') ?? 1_000);
    const after = Number(url.searchParams.get('after') ?? 0);
    const items = all.slice(after, after + limit);
    const next = after + limit < all.length ? { next: String(after + limit) } : {};
    await route.fulfill({ json: { items, ...next } });
  });
}

/** Frames a second while the shown instant is drawn across the timeline, one step a frame, over so many seconds. */
export function framesPerSecond(page: Page, seconds: number): Promise<number> {
  return page.evaluate(
    (millis) =>
      new Promise<number>((resolve) => {
        const scrub = document.querySelector<HTMLInputElement>('input.scrub');
        if (!scrub) {
          throw new Error('there is no timeline');
        }
        const [from, until] = [Number(scrub.min), Number(scrub.max)];
        const [low, length] = [from + (until - from) * 0.25, (until - from) * 0.5];
        const began = performance.now();
        let frames = 0;
        const next = (at: number) => {
          const passed = at - began;
          if (passed >= millis) {
            resolve((frames * 1_000) / passed);
            return;
          }
          frames++;
          scrub.value = String(Math.round(low + length * Math.abs(((passed / 5_000) % 2) - 1)));
          scrub.dispatchEvent(new Event('input', { bubbles: true }));
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    seconds * 1_000,
  );
}

/** Milliseconds from the key that goes to the next event until that is painted. */
export function step(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'BracketRight', key: ']', bubbles: true }));
        // What is asked for in one frame is on the screen when the next begins.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
      }),
  );
}
