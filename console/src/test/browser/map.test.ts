import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults, fits, launched, looks, seat, signIn, type Sins } from './browser';
import { begin, PASSWORD, type Town } from './nodes';

/** The map of a desk, by keyboard, at two real nodes. The tests go on from each other. */

/** Squares of colours that no theme has: green is 90 everywhere. */
const SQUARES = fileURLToPath(new URL('../../../../node/src/test/resources/org/parley/node/chart/squares.pmtiles', import.meta.url));

const sins: Sins = { elsewhere: [], errors: [] };
let browser: Browser;
let town: Town;
let azure: Page;

async function firstAccount(root: string, code: string): Promise<void> {
  const body = JSON.stringify({ code, account: 'ada', officer: 'A1', languages: ['en'], password: PASSWORD });
  const answer = await fetch(`${root}/api/v1/first-account`, { method: 'POST', headers: { 'content-type': 'application/json', origin: root }, body });
  expect(answer.status).toBeLessThan(300);
}

beforeAll(async () => {
  browser = await launched();
  town = await begin(firstAccount, `[console]\nmap = "${SQUARES}"\n`);
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

/** How much of the canvases of the map is of the operator's own. */
function ownShare(): Promise<number> {
  return azure.locator('.map canvas').evaluateAll((all) => {
    const pixels = all.map((each) => {
      const { width, height } = each as HTMLCanvasElement;
      return (each as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    });
    const own = (data: Uint8ClampedArray) => data.reduce((sum, value, i) => sum + (i % 4 === 1 && value === 90 && data[i + 2] !== 0 ? 1 : 0), 0);
    return Math.max(...pixels.map((data) => own(data) / (data.length / 4 || 1)));
  });
}

test('the operator’s own map lies beneath, comes from the own node to who is signed in, and can be put away', async () => {
  await expect.poll(ownShare).toBeGreaterThan(0.5);
  await azure.screenshot({ path: 'target/map-own.png' });
  await azure.getByLabel('Own map').uncheck();
  await expect.poll(ownShare).toBeLessThan(0.05);
  await cleanInAll('own map');
  expect((await fetch(`${town.azure.root}/api/v1/map/1/0/0`)).status).toBe(401);
  expect(await azure.evaluate(() => fetch('/api/v1/map/1/0/0').then((answer) => answer.headers.get('content-type')))).toBe('image/png');
  await azure.locator('.top h1').click();
});

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

test('sites with their buffers, declared ground and agreed lines with their sides are on the map, and the same stands in the table', async () => {
  await say('azure', { kind: 'site', body: { site: 'hospital', name: 'Nur', place: '35.1N,40.4E', buffer: '5 km', validFrom: hours(-1), validUntil: hours(48) } });
  const ground = { geometry: { type: 'Point', coordinates: [40.9, 35.1] }, radius: 9_000, lower: '0 m AMSL', upper: '3000 m AMSL', from: hours(-0.1), until: hours(5) };
  await say('birch', { kind: 'area', body: { area: 'hazard', name: 'H-1', volumes: [ground] } });
  for (const body of [
    { name: 'L1', measure: 'line', line: ['34.6N,40.6E', '35.2N,40.65E', '35.6N,40.6E'], sides: [{ party: 'AZURE', side: 'left' }, { party: 'BIRCH', side: 'right' }], decideBy: hours(2) },
    { name: 'Z1', measure: 'no-fly', shape: { geometry: { type: 'Point', coordinates: [40.2, 35.4] }, radius: 8_000 }, decideBy: hours(2) },
  ]) {
    const { record } = await say('azure', { kind: 'measure', body });
    await expect.poll(() => say('birch', { kind: 'answer', about: record, body: { says: 'accepted' } }).then(() => true, () => false)).toBe(true);
  }
  await azure.keyboard.press('t');
  const rows = azure.locator('.standing tbody tr');
  await rows.filter({ hasText: 'L1' }).filter({ hasText: 'to the left of it, seen along it: AZURE' }).waitFor();
  await rows.filter({ hasText: 'Z1' }).waitFor();
  await rows.filter({ hasText: 'Nur' }).filter({ hasText: '5000 m' }).waitFor();
  await azure.locator('.table tbody tr', { hasText: 'H-1' }).waitFor();
  await cleanInAll('table of sites');
  await azure.locator('.top h1').click();
  await azure.keyboard.press('t');
  await azure.getByText('Show all').click();
  await azure.screenshot({ path: 'target/map-standing.png' });
  await looks(azure, 'ar', 'light');
  await azure.screenshot({ path: 'target/map-standing-ar.png' });
  await looks(azure, 'en', 'dark');
});

test('what lies between two places is measured over the ellipsoid, by keyboard and by pointer', async () => {
  await azure.keyboard.press('z');
  await azure.locator('.sheet input').fill('35.02N,40.58E; 35.20N,40.58E');
  await expect.poll(() => azure.locator('.legs li').innerText()).toMatch(/19\.97 km · 10\.78 NM · 000\.0°/);
  await cleanInAll('measuring');
  await azure.locator('.sheet button', { hasText: 'Empty' }).click();
  const map = azure.locator('.map');
  await map.click({ position: { x: 500, y: 200 } });
  await map.click({ position: { x: 600, y: 200 } });
  await expect.poll(() => azure.locator('.legs li').innerText()).toMatch(/ km · .* NM · 0(89|90)\.\d°/);
  await azure.keyboard.press('Escape');
  expect(await azure.locator('.sheet').count()).toBe(0);
});

test('a record, a place of one’s own and coordinates are found by one field, and what is kept is kept for this account', async () => {
  await azure.locator('.top h1').click();
  await azure.keyboard.press('/');
  await azure.keyboard.type('37SFU4778077569');
  await azure.locator('.finds .row').first().waitFor();
  await azure.locator('.keep input').fill('Bridge');
  await azure.locator('.keep input').press('Enter');
  await azure.keyboard.press('Escape');
  await azure.reload();
  await azure.locator('.desk .lamp').first().waitFor();
  await azure.keyboard.press('/');
  await azure.locator('.finds .row', { hasText: 'Bridge' }).waitFor();
  await cleanInAll('finding');
  await azure.locator('.sheet input').first().focus();
  await azure.keyboard.type('nur');
  await azure.locator('.finds .row', { hasText: 'Nur' }).waitFor();
  await azure.keyboard.press('Enter');
  await azure.locator('.selected', { hasText: 'Nur' }).waitFor();
  await azure.keyboard.press('Escape');
  expect(JSON.parse(await azure.evaluate(() => localStorage.getItem('parley.places') ?? ''))).toMatchObject({ kim: [{ name: 'Bridge' }] });
});

test('one key asks what is near to the pointer, and where nothing is, what that does not say stands there', async () => {
  await azure.keyboard.press('x');
  await azure.locator('.sheet input').first().fill('35.1N,40.4E');
  await azure.keyboard.press('Enter');
  await azure.locator('.finds .row', { hasText: 'Nur' }).waitFor();
  await azure.locator('.sheet input').first().fill('36.9N,41.9E');
  await azure.keyboard.press('Enter');
  await azure.getByText(/No notified site within 500 m \(list .* old\)\. Hospitals, schools and others that were never notified are protected all the same\./).waitFor();
  await cleanInAll('what is near');
  await azure.keyboard.press('Escape');
});

test('a site is notified by keyboard, and who will hold the point for good is read before it is sent', async () => {
  await azure.locator('.top h1').click();
  await azure.keyboard.press('n');
  await azure.locator('.sheet button', { hasText: 'A site instead' }).waitFor();
  await azure.keyboard.press('Escape');
  await azure.keyboard.press('p');
  await azure.locator('.sheet .warn-text', { hasText: 'These receivers will hold the point for good: BIRCH.' }).waitFor();
  const inputs = azure.locator('.sheet input');
  for (const [i, text] of ['School 4', '35.3N,40.1E', '800 m', hours(0), hours(72)].entries()) {
    await inputs.nth(i).fill(text);
  }
  await azure.getByLabel('Kind', { exact: true }).selectOption('school');
  await azure.locator('.sheet .preview', { hasText: 'Will be seen by BIRCH.' }).waitFor();
  await cleanInAll('a new site');
  await inputs.nth(4).press('Enter');
  await azure.locator('.sheet').waitFor({ state: 'detached' });
  await azure.locator('.entry', { hasText: 'School 4' }).waitFor();
  const { items } = await town.birch.officer.ask<{ items: { properties: { kind: string; body: { name: string } } }[] }>('GET', `lines/${town.line}/subjects?kind=site`);
  expect(items.map((each) => each.properties.body.name)).toContain('School 4');
  expect(await azure.evaluate(() => JSON.stringify(localStorage)), 'where it is stays in no browser').not.toContain('35.3N,40.1E');
});

test('every key is on the page of keys', async () => {
  await azure.keyboard.press('Escape');
  await azure.keyboard.press('?');
  for (const text of ['next grid of the map', 'find a record or a place', 'near to the pointer', 'measure distance', 'notify a site']) {
    await azure.locator('.keys dd', { hasText: text }).waitFor();
  }
  await azure.keyboard.press('Escape');
});

test('none of the sheets of the map scrolls sideways on a desk, on a wall or on a telephone', async () => {
  for (const language of ['en', 'ru', 'ar']) {
    await azure.setViewportSize({ width: 1366, height: 768 });
    await looks(azure, language, 'dark');
    await azure.locator('.top h1').click();
    for (const [width, height] of [[1366, 768], [1920, 1080], [390, 844]] as const) {
      await azure.setViewportSize({ width, height });
      for (const key of ['/', 'x', 'z', 'p']) {
        await azure.keyboard.press(key);
        await azure.locator('.sheet').waitFor();
        await fits(azure, `${key}, ${language}, ${width}`);
        await azure.keyboard.press('Escape');
      }
    }
  }
  await azure.setViewportSize({ width: 1366, height: 768 });
  await looks(azure, 'en', 'dark');
});

test('no page asked anybody but its own node, and none failed', () => {
  expect(sins.elsewhere).toEqual([]);
  expect(sins.errors).toEqual([]);
});
