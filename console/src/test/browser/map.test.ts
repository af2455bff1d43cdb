import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults, launched, looks, seat, signIn, type Sins } from './browser';
import { begin, PASSWORD, type Town } from './nodes';

/** The map of a desk, by keyboard, at two real nodes. The tests go on from each other. */

const sins: Sins = { elsewhere: [], errors: [] };
let browser: Browser;
let town: Town;
let azure: Page;

async function firstAccount(root: string, code: string): Promise<void> {
  const { ask } = { ask: (body: unknown) => fetch(`${root}/api/v1/first-account`, { method: 'POST', headers: { 'content-type': 'application/json', origin: root }, body: JSON.stringify(body) }) };
  expect((await ask({ code, account: 'ada', officer: 'A1', languages: ['en'], password: PASSWORD })).status).toBeLessThan(300);
}

beforeAll(async () => {
  browser = await launched();
  town = await begin(firstAccount);
  azure = (await seat(browser, town.azure.root, sins)).page;
  await signIn(azure, town.azure.root);
  await azure.locator('.top h1').click();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

const HOUR = 3_600_000;

function hours(from: number): string {
  return `${new Date(Date.now() + from * HOUR).toISOString().slice(0, 19)}Z`;
}

function say(desk: 'azure' | 'birch', record: unknown): Promise<{ record: string }> {
  return town[desk].officer.ask('POST', `lines/${town.line}/records`, record);
}

/** What axe finds in each language and theme, with the screen as it is. */
async function cleanInAll(what: string): Promise<void> {
  for (const language of ['en', 'ru', 'ar']) {
    for (const theme of ['light', 'dark', 'night']) {
      await looks(azure, language, theme);
      expect(await faults(azure), `${what}, ${theme}, ${language}`).toEqual([]);
    }
  }
  await looks(azure, 'en', 'dark');
}

test('one key changes the grid of the map, and the grid of MGRS has names that the node reads', async () => {
  const grid = azure.locator('.toolbar select').first();
  expect(await grid.inputValue()).toBe('degrees');
  await azure.keyboard.press('k');
  expect(await grid.inputValue()).toBe('mgrs');
  await azure.locator('.scale').waitFor();
  expect(await azure.locator('.scale').innerText()).toMatch(/\d+ k?m/);
  await azure.getByLabel('Form of coordinates').selectOption('MGRS');
  await azure.locator('.coordinates input').fill('37S FU 47780 77569');
  await azure.keyboard.press('Enter');
  await expect.poll(() => azure.locator('.coordinates output').innerText()).toMatch(/^37S FU 4778\d 7756\d$/);
  await azure.locator('.top h1').click();
  await azure.screenshot({ path: 'target/map-mgrs.png' });
  await cleanInAll('grid of MGRS');
});

test('no page asked anybody but its own node, and none failed', () => {
  expect(sins.elsewhere).toEqual([]);
  expect(sins.errors).toEqual([]);
});
