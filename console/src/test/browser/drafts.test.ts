import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults, fits, launched, looks, seat, signIn, type Sins } from './browser';
import { begin, PASSWORD, type Town } from './nodes';

/** A node at which a second person releases what goes out. The tests go on from each other. */

const sins: Sins = { elsewhere: [], errors: [] };
let browser: Browser;
let town: Town;
let releases: Page;

beforeAll(async () => {
  browser = await launched();
  town = await begin(undefined, '', true);
  await town.azure.admin.ask('POST', 'accounts', { account: 'sam', officer: 'S1', roles: ['supervisor'], languages: ['en'], password: PASSWORD });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

function notice(name: string, lon: number) {
  const hours = (from: number) => `${new Date(Date.now() + from * 3_600_000).toISOString().slice(0, 19)}Z`;
  return {
    kind: 'activity',
    body: { activity: 'uas', name, volumes: [{ geometry: { type: 'Point', coordinates: [lon, 35.03] }, radius: 8000, lower: '2400 m AMSL', upper: '4000 m AMSL', from: hours(1), until: hours(5) }] },
  };
}

test('the second person reads what waits, to whom it goes and what it would meet, before it can be released', async () => {
  releases = (await seat(browser, town.azure.root, sins)).page;
  await signIn(releases, town.azure.root, 'sam');
  await town.birch.officer.ask('POST', `lines/${town.line}/records`, notice('B-02', 40.66));
  await releases.locator('.entry', { hasText: 'B-02' }).waitFor();
  await town.azure.officer.ask('POST', `lines/${town.line}/records`, notice('A-02', 40.62));
  const draft = releases.locator('.draft', { hasText: 'A-02' });
  await draft.waitFor();
  const release = draft.getByRole('button', { name: 'Release', exact: true });
  expect(await release.count(), 'nobody releases what they have not opened').toBe(0);
  await draft.getByRole('button', { name: 'Read, then release' }).focus();
  await releases.keyboard.press('Enter');
  await draft.locator('.preview', { hasText: /Will be seen by \W*BIRCH/ }).waitFor();
  await draft.locator('.preview.met', { hasText: 'B-02' }).waitFor();
  expect(await draft.locator('.record').innerText()).toMatch(/A-02[\s\S]*2400 m AMSL/);
  for (const language of ['ru', 'ar', 'en']) {
    for (const theme of ['light', 'night', 'dark']) {
      await looks(releases, language, theme);
      expect(await faults(releases), `${theme}, ${language}`).toEqual([]);
    }
    await fits(releases, language);
  }
  await release.focus();
  await releases.keyboard.press('Enter');
  await draft.waitFor({ state: 'detached' });
  await releases.locator('.entry', { hasText: 'A-02' }).waitFor();
});

test('who wrote it reads it too, and does not release it', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  await town.azure.officer.ask('POST', `lines/${town.line}/records`, { kind: 'message', body: { text: 'Convoy late by an hour.', to: { party: 'BIRCH' } } });
  const draft = page.locator('.draft');
  await draft.getByRole('button', { name: 'Read', exact: true }).click();
  await draft.locator('.draft-text', { hasText: 'Convoy late by an hour.' }).waitFor();
  expect(await draft.getByRole('button', { name: 'Release', exact: true }).count()).toBe(0);
  await context.close();
});

test('no page asked another machine, and none failed', () => {
  expect(sins).toEqual({ elsewhere: [], errors: [] });
});
