import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launched, looks, seat, signIn, type Sins } from './browser';
import { begin, type Town } from './nodes';

/** Pictures of a desk in each language: docs/images/console-*.png. What is said in them is of a place and of parties that do not exist. */

const FOLDER = fileURLToPath(new URL('../../../../docs/images/', import.meta.url));
const sins: Sins = { elsewhere: [], errors: [] };
let browser: Browser;
let town: Town;
let azure: Page;
let birch: Page;
/** What AZURE and what BIRCH is to read back. */
let flash = '';
let asked = '';

function hours(from: number): string {
  return `${new Date(Date.now() + from * 3_600_000).toISOString().slice(0, 16)}:00Z`;
}

function say(desk: 'azure' | 'birch', kind: string, body: unknown, more: object = {}): Promise<{ record: string }> {
  return town[desk].officer.ask('POST', `lines/${town.line}/records`, { kind, body, ...more });
}

function volume(geometry: object, lower: string, upper: string, from: number, until: number) {
  return { ...geometry, lower, upper, from: hours(from), until: hours(until) };
}

function round(lon: number, lat: number, radius: number) {
  return { geometry: { type: 'Point', coordinates: [lon, lat] }, radius };
}

function corridor(halfWidth: number, ...coordinates: readonly (readonly [number, number])[]) {
  return { geometry: { type: 'LineString', coordinates }, halfWidth };
}

beforeAll(async () => {
  browser = await launched();
  town = await begin();
  azure = (await seat(browser, town.azure.root, sins)).page;
  birch = (await seat(browser, town.birch.root, sins)).page;
  await signIn(azure, town.azure.root);
  await signIn(birch, town.birch.root);
  mkdirSync(FOLDER, { recursive: true });
  const check = await say('azure', 'check', { text: 'line check', bearer: 'link' });
  await birch.locator('.entry', { hasText: check.record }).waitFor();
  await say('birch', 'answer', { says: 'answered' }, { about: check.record });
  const { record: a2 } = await say('azure', 'activity', { activity: 'uas', name: 'A-02', volumes: [volume(round(40.62, 35.03, 8000), '2400 m AMSL', '4000 m AMSL', -0.5, 5)] }, { precedence: 'PRIORITY' });
  const { record: a1 } = await say('azure', 'activity', { activity: 'air', name: 'A-01', volumes: [volume(round(40.75, 35.45, 25_000), '6100 m AMSL', '8530 m AMSL', -1, 5)] });
  await say('azure', 'site', { site: 'hospital', name: 'Nur', place: '35.20N,40.35E', buffer: '500 m', validFrom: hours(-1), validUntil: hours(72) });
  await say('birch', 'activity', { activity: 'humanitarian', name: 'B-02', crossing: true, volumes: [volume(corridor(5000, [40.35, 35.02], [40.55, 35.02]), '300 m AMSL', '3000 m AMSL', 0.5, 1.5)] }, { precedence: 'PRIORITY' });
  const { record: b1 } = await say('birch', 'activity', { activity: 'air', name: 'B-01', volumes: [volume(round(40.05, 35.05, 15_000), '1500 m AMSL', '5000 m AMSL', 0, 4)] });
  ({ record: flash } = await say('birch', 'message', { template: 'SF-3', to: { party: 'AZURE' }, fields: { place: '35.33N 40.30E', course: 90, speed: { value: 40, unit: 'km/h' } } }, { precedence: 'FLASH' }));
  ({ record: asked } = await say('azure', 'message', { template: 'SF-3', to: { party: 'BIRCH' }, fields: { place: '35.41N 40.22E', course: 270, speed: { value: 30, unit: 'km/h' } } }, { precedence: 'FLASH' }));
  for (const [desk, about] of [['azure', a2], ['azure', a1], ['birch', b1]] as const) {
    await say(desk, 'status', { status: 'started', at: hours(0) }, { about });
  }
  await azure.locator('.duty', { hasText: 'BIRCH-' }).first().waitFor();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

test.each([['en', 'dark'], ['ru', 'light'], ['ar', 'dark']] as const)('a desk in %s', async (language, theme) => {
  const page = language === 'ru' ? birch : azure;
  const shoot = (size: string) => page.screenshot({ path: `${FOLDER}console-${language}-${size}.png`, animations: 'disabled' });
  await looks(page, language, theme);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.locator('.top h1').click();
  await page.locator('.duties .conflict').first().click();
  await page.locator('.selected .record').first().waitFor();
  await page.waitForFunction(() => document.fonts.ready.then(() => true));
  await shoot('1366x768');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.locator('.top h1').click();
  await page.keyboard.press('c');
  await page.locator('.sheet .sides .record').nth(1).waitFor();
  await shoot('1920x1080');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.duty', { hasText: language === 'ru' ? asked : flash }).click();
  await page.locator('.sheet .read-back').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await shoot('390x844');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1366, height: 768 });
});
