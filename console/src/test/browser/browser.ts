import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD } from './nodes';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run', '--autoplay-policy=user-gesture-required'];

/** A real Chromium without a window. */
export function launched(): Promise<Browser> {
  const executablePath = process.env['PARLEY_CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** What pages did that they must not do. */
export interface Sins {
  readonly elsewhere: string[];
  readonly errors: string[];
}

/** A browser of its own for somebody at a desk of 1366×768; it notes what goes wrong. */
export async function seat(browser: Browser, root: string, sins: Sins): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB', timezoneId: 'Asia/Baghdad' });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(`${root}/`) && !request.url().startsWith('blob:')) {
      sins.elsewhere.push(request.url());
    }
  });
  page.on('pageerror', (error) => sins.errors.push(String(error.stack ?? error)));
  return { context, page };
}

/** Signs in by keyboard alone. */
export async function signIn(page: Page, root: string, account = 'kim'): Promise<void> {
  await page.goto(root);
  await page.locator('input[name=account]').waitFor();
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.desk .lamp').first().waitFor();
}

/** Chooses language and theme as the page remembers them. */
export async function looks(page: Page, language: string, theme: string): Promise<void> {
  await page.locator('.looks select').first().selectOption(language);
  await page.locator('.looks select').nth(1).selectOption(theme);
  await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
}

/** What axe finds wrong on the page, each with the first element. */
export async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
  }
  const found = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(' | ')}`);
}

/** What of these parts has a contrast below 7:1. */
export async function faint(page: Page, parts: readonly string[]): Promise<string[]> {
  const found = await page.evaluate(
    (include) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { include: include.filter((each) => document.querySelector(each)).map((each) => [each]) },
        { runOnly: ['color-contrast-enhanced'], rules: { 'color-contrast-enhanced': { enabled: true } } },
      ),
    [...parts],
  );
  return found.violations.flatMap((each) => each.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}

/** Nothing is wider than the window. */
export async function fits(page: Page, what: string): Promise<void> {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
  expect(inner, `${what}: scrolls sideways`).toBeLessThanOrEqual(outer);
}
