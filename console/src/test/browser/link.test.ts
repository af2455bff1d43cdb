import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults, fits, launched, looks, seat, signIn, type Sins } from './browser';
import { strangers } from './nodes';

/** Two nodes that know nothing of each other find a line by two officers at two pages. */

const sins: Sins = { elsewhere: [], errors: [] };
let browser: Browser;
let nodes: Awaited<ReturnType<typeof strangers>>;
let azure: Page;
let birch: Page;

beforeAll(async () => {
  browser = await launched();
  nodes = await strangers();
  azure = (await seat(browser, nodes.azure, sins)).page;
  birch = (await seat(browser, nodes.birch, sins)).page;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await nodes?.close();
});

async function words(page: Page, language: string): Promise<string> {
  return page.locator(`.six-words dd[lang=${language}]`).innerText();
}

test('a code is made and joined by keyboard, six words are the same on both pages in three languages, and each officer types what was heard', async () => {
  for (const [page, root] of [[azure, nodes.azure], [birch, nodes.birch]] as const) {
    await page.goto(root);
    await page.locator('input[name=account]').fill('ada');
    await page.locator('input[name=password]').fill('nine horses cross a river');
    await page.keyboard.press('Enter');
    await page.locator('.desk .top').waitFor();
    await page.locator('.top h1').click();
    await page.keyboard.press('Shift+L');
    await page.locator('.sheet', { hasText: 'This side' }).waitFor();
  }
  expect(await faults(azure)).toEqual([]);
  await azure.locator('.sheet button.main').focus();
  await azure.keyboard.press('Enter');
  const code = (await azure.locator('.sheet .code').innerText()).trim();
  expect(code).toMatch(/^PARLEY1-/);
  expect(await azure.locator('.sheet .qr path').getAttribute('d')).toMatch(/^M\d+ \d+h1/);
  expect(await faults(azure)).toEqual([]);
  await birch.locator('.sheet').getByLabel('This side').selectOption('join');
  await birch.locator('.sheet').getByLabel('Code', { exact: true }).fill(code);
  await birch.keyboard.press('Enter');
  for (const page of [azure, birch]) {
    await page.locator('.sheet .six-words').waitFor();
  }
  for (const language of ['en', 'ru', 'ar']) {
    expect((await words(azure, language)).split(' ')).toHaveLength(6);
    expect(await words(azure, language)).toBe(await words(birch, language));
  }
  await azure.locator('.sheet', { hasText: 'Who came says to be BIRCH.' }).waitFor();
  for (const language of ['ru', 'ar', 'en']) {
    await looks(azure, language, 'dark');
    expect(await faults(azure), language).toEqual([]);
    await fits(azure, language);
  }
  await azure.locator('.sheet').getByLabel('The six words that you heard').fill(await words(birch, 'ru'));
  await azure.keyboard.press('Enter');
  await azure.locator('.sheet', { hasText: 'Waiting for the other side to confirm.' }).waitFor();
  expect(await azure.locator('.counterpart').count(), 'one of two is no line').toBe(0);
  await birch.locator('.sheet').getByLabel('The six words that you heard').fill(await words(azure, 'en'));
  await birch.keyboard.press('Enter');
  await azure.locator('.sheet', { hasText: 'There is a line with BIRCH' }).waitFor();
  await birch.locator('.sheet', { hasText: 'There is a line with AZURE' }).waitFor();
  await azure.keyboard.press('Escape');
  await azure.locator('.counterpart', { hasText: 'BIRCH' }).waitFor();
  await birch.locator('.counterpart', { hasText: 'AZURE' }).waitFor();
});

test('a duty officer, who looks after neither node nor line, is not offered a first link', async () => {
  const { context, page } = await seat(browser, nodes.azure, sins);
  await page.goto(nodes.azure);
  const made = await azure.evaluate(async () => {
    const session = (await (await fetch('/api/v1/session')).json()) as { csrf: string };
    const body = JSON.stringify({ account: 'kim', officer: 'K1', roles: ['duty-officer'], languages: ['en'], password: 'nine horses cross a river' });
    return (await fetch('/api/v1/accounts', { method: 'POST', headers: { 'content-type': 'application/json', 'x-parley-csrf': session.csrf }, body })).status;
  });
  expect(made).toBe(201);
  await signIn(page, nodes.azure);
  expect(await page.locator('.tools button', { hasText: 'First link' }).count()).toBe(0);
  await context.close();
});

test('no page asked anybody but its own node, and none failed', () => {
  expect(sins.elsewhere).toEqual([]);
  expect(sins.errors).toEqual([]);
});
