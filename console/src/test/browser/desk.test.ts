import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faint, faults, fits, launched, looks, seat, signIn, type Sins } from './browser';
import { begin, Cable, PASSWORD, until, type Town } from './nodes';

/** Two desks of two parties, in a real Chromium, by keyboard. The tests go on from each other, as a watch does. */

const sins: Sins = { elsewhere: [], errors: [] };
let browser: Browser;
let town: Town;
let azure: Page;
let birch: Page;

async function firstStart(root: string, code: string): Promise<void> {
  const { context, page } = await seat(browser, root, sins);
  await page.goto(`${root}/#first=${code}`);
  await page.locator('input[name=officer]').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.locator('input[name=account]').fill('ada');
  await page.locator('input[name=officer]').fill('A1');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.desk .top').waitFor();
  expect(page.url(), 'the code is gone from the address').toBe(`${root}/`);
  await context.close();
}

beforeAll(async () => {
  browser = await launched();
  town = await begin(firstStart);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

const HOUR = 3_600_000;

function hours(from: number): string {
  return `${new Date(Date.now() + from * HOUR).toISOString().slice(0, 19)}Z`;
}

function uas(name: string, lon: number, lat: number) {
  return {
    kind: 'activity',
    precedence: 'PRIORITY',
    body: {
      activity: 'uas',
      name,
      volumes: [{ geometry: { type: 'Point', coordinates: [lon, lat] }, radius: 8000, lower: '2400 m AMSL', upper: '4000 m AMSL', from: hours(-0.1), until: hours(5) }],
    },
  };
}

function say(desk: 'azure' | 'birch', record: unknown): Promise<{ record: string }> {
  return town[desk].officer.ask('POST', `lines/${town.line}/records`, record);
}

test('officers sign in by keyboard alone, and see their line with two lights', async () => {
  azure = (await seat(browser, town.azure.root, sins)).page;
  birch = (await seat(browser, town.birch.root, sins)).page;
  await azure.goto(town.azure.root);
  await azure.locator('input[name=account]').waitFor();
  expect(await faults(azure)).toEqual([]);
  await azure.locator('input[name=account]').fill('kim');
  await azure.locator('input[name=password]').fill('not the password');
  await azure.keyboard.press('Enter');
  await azure.locator('.failure').waitFor();
  await signIn(azure, town.azure.root);
  await signIn(birch, town.birch.root);
  await expect.poll(() => azure.locator('.counterpart').innerText()).toMatch(/BIRCH[\s\S]*machine[\s\S]*person[\s\S]*not yet tested/);
});

test('a notice appears at the other desk, on the map and in the table', async () => {
  const { record } = await say('azure', uas('A-02', 40.62, 35.03));
  await birch.locator('.duty', { hasText: record }).waitFor();
  expect(await birch.locator('.map canvas').count()).toBeGreaterThan(0);
  await birch.keyboard.press('t');
  await birch.locator('.table tbody tr', { hasText: 'A-02' }).waitFor();
  await birch.keyboard.press('t');
});

test('the sender reads that a machine has it and no person has seen it', async () => {
  await azure.locator('.entry', { hasText: "Stored by BIRCH's machine" }).waitFor();
  expect(await azure.locator('.entry').innerText()).toContain('No person has seen it.');
});

test('one key opens the most urgent duty, one more acknowledges it, and a key that is held says it once', async () => {
  await birch.keyboard.press('1');
  await birch.locator('.sheet').getByText('neither agreement nor approval').waitFor();
  await birch.keyboard.down('Enter');
  for (let i = 0; i < 10; i++) {
    await birch.keyboard.down('Enter');
  }
  await birch.keyboard.up('Enter');
  await birch.locator('.sheet').waitFor({ state: 'detached' });
  await azure.locator('.entry', { hasText: 'BIRCH duty: received and understood' }).waitFor();
  const { items } = await town.birch.officer.ask<{ items: { kind: string }[] }>('GET', `lines/${town.line}/records`);
  expect(items.filter((each) => each.kind === 'answer')).toHaveLength(1);
});

test('a conflict is seen by both in words and figures, and nothing is called by a word that is banned', async () => {
  await say('birch', uas('B-02', 40.66, 35.05));
  for (const page of [azure, birch]) {
    await page.locator('.duties .conflict', { hasText: 'A-02 × B-02' }).waitFor();
    const words = (await page.locator('.duties .conflict').innerText()).replace(/[\u2066-\u2069]/g, '');
    expect(words).toMatch(/0 m apart · 1603 m of height shared · 30\d min at the same time/);
  }
  const page = (await azure.locator('body').innerText()).replace(/permits nor confirms that the activity is safe/g, '');
  expect(page).not.toMatch(/\b(clear|cleared|safe|ok)\b/i);
});

test('what a new activity would meet is seen while it is written, and what was written outlives a reload', async () => {
  await azure.keyboard.press('n');
  const fields = ['A-09', '35.5N,41.1E', '5 km', '1000 m AMSL', '2000 m AMSL', hours(1), hours(2)];
  const inputs = azure.locator('.sheet input');
  for (const [i, text] of fields.entries()) {
    await inputs.nth(i).fill(text);
  }
  await azure.locator('.known', { hasText: 'UNKNOWN. BIRCH has notified nothing here' }).waitFor();
  await inputs.nth(1).fill('35.05N,40.66E');
  await inputs.nth(3).fill('2500 m AMSL');
  await inputs.nth(4).fill('3500 m AMSL');
  await azure.locator('.preview', { hasText: 'B-02 BIRCH' }).waitFor();
  await azure.reload();
  await azure.locator('.desk .lamp').first().waitFor();
  await azure.keyboard.press('n');
  expect(await azure.locator('.sheet input').nth(0).inputValue()).toBe('A-09');
  for (const input of await azure.locator('.sheet input').all()) {
    await input.fill('');
  }
  await azure.keyboard.press('Escape');
});

test('an activity is notified by keyboard alone in at most 25 keystrokes beside what is pasted', async () => {
  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await azure.keyboard.press(key);
  };
  await azure.locator('.top h1').click();
  await press('n');
  await azure.locator('.sheet .notify').waitFor();
  await azure.locator('.sheet input').first().selectText();
  const fields: readonly (string | undefined)[] = ['A-11', undefined, undefined, '36.5N,38.1E', '3 km', '1000 m AMSL', '1500 m AMSL', hours(3), hours(4)];
  for (const [i, text] of fields.entries()) {
    if (text !== undefined) {
      await azure.keyboard.insertText(text);
    }
    if (i < fields.length - 1) {
      await press('Tab');
    }
  }
  await azure.locator('.preview').waitFor();
  await press('Enter');
  await azure.locator('.sheet').waitFor({ state: 'detached' });
  await azure.locator('.entry', { hasText: 'A-11' }).waitFor();
  expect(keys).toBeLessThanOrEqual(25);
});

test("a person's line check is answered by a person, and turns on the person's light alone", async () => {
  await azure.locator('.tools button', { hasText: 'line check' }).click();
  const duty = birch.locator('.duty', { hasText: 'Answer' });
  await duty.waitFor();
  await duty.click();
  await birch.locator('.sheet .answers').waitFor();
  await birch.keyboard.press('Enter');
  await azure.locator('.lamp-confirmed', { hasText: 'answered' }).waitFor();
});

test('a browser that lets nothing be heard says so in red', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  await page.reload();
  await page.locator('.alarms .sound-off').waitFor();
  await page.keyboard.press('Shift');
  await page.locator('.alarms .sound-off').waitFor({ state: 'detached' });
  await context.close();
});

test('a watch begins with the sound tried, and what nobody heard is said in red', async () => {
  const sound = azure.locator('.top .sound');
  await azure.locator('.top h1').click();
  expect(await sound.innerText()).toContain('test it');
  await sound.click();
  await sound.getByRole('button', { name: 'Not heard' }).click();
  expect(await azure.locator('.top .sound.off').innerText()).toBe('NOT HEARD');
  await sound.click();
  await sound.getByRole('button', { name: 'Heard', exact: true }).click();
  expect(await sound.innerText()).toContain('on');
});

test('a message of a template is read in two languages before it is sent, and so it arrives', async () => {
  await birch.locator('.top h1').click();
  await birch.keyboard.press('m');
  await birch.locator('.sheet select').first().selectOption('LC-4');
  await birch.locator('#template-bearer').selectOption('radio');
  await birch.locator('#template-address').fill('121.5 MHz');
  await birch.locator('#template-fromTime').fill(hours(1));
  await birch.locator('.sheet .text', { hasText: 'Переход на другое средство связи: радио' }).waitFor();
  await birch.locator('.sheet button.main').click();
  await birch.locator('.sheet').waitFor({ state: 'detached' });
  await azure.locator('.entry .text', { hasText: 'Change to another means of communication: radio' }).waitFor();
  await azure.locator('.entry', { hasText: 'Russian text not yet released by a linguist.' }).waitFor();
});

test('who is signed out signs in again, and what was written is still there', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  await page.keyboard.press('n');
  await page.locator('.sheet input').first().fill('A-77');
  await context.clearCookies();
  await page.locator('input[name=account]').waitFor();
  await signIn(page, town.azure.root);
  await page.keyboard.press('n');
  expect(await page.locator('.sheet input').first().inputValue()).toBe('A-77');
  await context.close();
});

test('STOP is sent by two keys, is told at the other desk, and taking it is not stopping', async () => {
  const begun = Date.now();
  await azure.locator('body').click({ position: { x: 700, y: 5 } });
  await azure.keyboard.press('?');
  await azure.locator('.sheet').waitFor();
  await azure.keyboard.press('Shift+S');
  await azure.locator('.stop-send').waitFor();
  const words = azure.locator('.sheet').getByLabel('Words', { exact: true });
  await words.fill('North bank');
  await words.focus();
  for (let i = 0; i < 5; i++) {
    await azure.keyboard.down('Enter');
  }
  await azure.keyboard.up('Enter');
  await azure.locator('.stop-send').waitFor({ state: 'detached' });
  await birch.locator('.banner.stop', { hasText: 'It admits nothing.' }).waitFor();
  expect(Date.now() - begun).toBeLessThan(5_000);
  await azure.locator('.banner.stop', { hasText: 'NOBODY HAS TAKEN IT' }).waitFor();
  expect(await azure.locator('.banner.stop').count(), 'a key that is held sends one').toBe(1);
  await birch.locator('.alarm', { hasText: 'STOP' }).waitFor();
  await birch.locator('.duty', { hasText: 'Take' }).waitFor();
  await birch.locator('.top h1').click();
  await birch.keyboard.press('1');
  await birch.locator('.sheet.grave .note', { hasText: 'Taking means: I am answering now. It admits nothing.' }).waitFor();
  expect(await birch.locator('.sheet.grave').innerText(), 'nobody has taken it yet').not.toContain('Taken. Taking is not stopping.');
  await birch.keyboard.press('Enter');
  await azure.locator('.banner.stop', { hasText: 'Taken. Taking is not stopping.' }).waitFor();
});

test('a past instant is marked as a replay, map and table go with it, and one key leads back', async () => {
  await azure.keyboard.press('t');
  await azure.locator('.table tbody tr:not(.later)', { hasText: 'AZURE-3' }).waitFor();
  await azure.locator('.exact input').first().fill(hours(-2));
  await azure.keyboard.press('Enter');
  await azure.locator('.mode.replay').waitFor();
  await azure.locator('.table tbody tr.later', { hasText: 'AZURE-3' }).waitFor();
  await azure.keyboard.press('l');
  await azure.locator('.table tbody tr:not(.later)', { hasText: 'AZURE-3' }).waitFor();
  await azure.keyboard.press('t');
});

test('an own activity is reported started from what is in hand, and both desks say so', async () => {
  await azure.locator('.entry', { hasText: 'A-02' }).first().locator('.link').click();
  await azure.locator('.selected button', { hasText: 'Report start' }).click();
  await azure.locator('.sheet .effect').waitFor();
  await azure.keyboard.press('Enter');
  await azure.locator('.sheet').waitFor({ state: 'detached' });
  await birch.locator('.top h1').click();
  await birch.keyboard.press('t');
  await birch.locator('.table tbody tr', { hasText: 'AZURE-3' }).getByText('started').waitFor();
  await birch.keyboard.press('t');
  await azure.keyboard.press('Escape');
});

test('a read-back that is not the same is shown with both values and the distance; a right one as it was said', async () => {
  const from = hours(6);
  const until_ = hours(7);
  const volume = { geometry: { type: 'Point', coordinates: [38.5, 35.02] }, radius: 3000, lower: '500 m AMSL', upper: '900 m AMSL', from, until: until_ };
  const { record } = await say('birch', { kind: 'activity', precedence: 'PRIORITY', body: { activity: 'air', name: 'B-12', volumes: [volume] } });
  await azure.locator('.duty', { hasText: record }).click();
  await azure.locator('.sheet button', { hasText: 'Read back' }).click();
  const inputs = azure.locator('.read-back input');
  const typed = ['35.20N,38.50E', '3000 m', '500 m AMSL', '900 m AMSL', from, until_];
  expect(await inputs.count()).toBe(typed.length);
  for (const [i, text] of typed.entries()) {
    expect(await inputs.nth(i).inputValue()).toBe('');
    await inputs.nth(i).pressSequentially(text);
  }
  await azure.locator('.read-back button.main').click();
  await azure.locator('.read-back .failure', { hasText: 'NOT THE SAME' }).waitFor();
  expect(await azure.locator('.read-back .failure').innerText()).toMatch(/35\.02[\s\S]*35\.2[\s\S]*20[\d.]* km/);
  await inputs.nth(0).fill('');
  await inputs.nth(0).pressSequentially('35.02N,38.50E');
  await azure.locator('.read-back button.main').click();
  await azure.locator('.read-back .note', { hasText: 'Read back as it was said.' }).waitFor();
  await azure.keyboard.press('Escape');
  await azure.keyboard.press('Escape');
  await birch.locator('.entry', { hasText: 'read back as said' }).waitFor();
});

/** Points on the map's canvases that have nearly the colour of a name of the style sheet. */
function painted(page: Page, name: string): Promise<number> {
  return page.evaluate((of) => {
    const hex = getComputedStyle(document.documentElement).getPropertyValue(`--${of}`).trim();
    const wanted = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
    const near = (data: Uint8ClampedArray, at: number) => wanted.every((part, i) => Math.abs((data[at + i] ?? 0) - part) < 12);
    return [...document.querySelectorAll<HTMLCanvasElement>('.map canvas')].reduce((sum, canvas) => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
      return sum + Array.from({ length: data.length / 4 }, (_, i) => i * 4).filter((at) => (data[at + 3] ?? 0) > 200 && near(data, at)).length;
    }, 0);
  }, name);
}

/** The middle of what the form leaves of the map. */
async function middleBesideForm(page: Page): Promise<readonly [number, number]> {
  const map = await page.locator('.map').boundingBox();
  const form = await page.locator('.sheet').boundingBox();
  const left = (form?.x ?? 0) + (form?.width ?? 0);
  return [(left + (map?.x ?? 0) + (map?.width ?? 0)) / 2, (map?.y ?? 0) + (map?.height ?? 0) / 2];
}

/** The fields of the sheet that lies open, by the words over them. */
function field(page: Page, label: string) {
  return page.locator('.sheet').getByLabel(label, { exact: true });
}

test('what is drawn on the map is seen in conflict while it is drawn, with what would end it, and a dot is dragged', async () => {
  await azure.locator('.top h1').click();
  await azure.keyboard.press('n');
  await field(azure, 'Name').fill('A-20');
  await field(azure, 'Shape').selectOption('polygon');
  await field(azure, 'From height').fill('2500 m AMSL');
  await field(azure, 'To height').fill('3500 m AMSL');
  await field(azure, 'From').fill(hours(0.5));
  await field(azure, 'Until').fill(hours(1.5));
  await azure.locator('.coordinates input').fill('35.05N 40.66E');
  await azure.keyboard.press('Enter');
  await azure.waitForTimeout(1_000);
  const before = await painted(azure, 'conflict');
  const [x, y] = await middleBesideForm(azure);
  await azure.locator('.sheet button', { hasText: 'Draw on the map' }).click();
  for (const [dx, dy] of [[10, -25], [60, -25], [60, 25]] as const) {
    await azure.mouse.click(x + dx, y + dy);
  }
  await azure.locator('.preview', { hasText: 'B-02 BIRCH' }).waitFor();
  await azure.locator('.preview', { hasText: 'Will be seen by BIRCH.' }).waitFor();
  expect(await azure.locator('.sheet .vertices li').count(), 'still being drawn').toBe(3);
  const words = await azure.locator('.sheet .met').boundingBox();
  const sheet = await azure.locator('.sheet').boundingBox();
  expect((words?.y ?? 0) + (words?.height ?? 0), 'the words are in sight').toBeLessThanOrEqual((sheet?.y ?? 0) + (sheet?.height ?? 0) + 1);
  await expect.poll(() => painted(azure, 'conflict')).toBeGreaterThan(before + 500);
  await azure.mouse.click(x + 60, y + 25);
  expect(await azure.locator('.sheet button', { hasText: 'Draw on the map' }).getAttribute('aria-pressed')).toBe('false');
  const drawnPlaces = await field(azure, 'Places').inputValue();
  await azure.mouse.move(x + 60, y + 25);
  await azure.mouse.down();
  await azure.mouse.move(x + 100, y + 60, { steps: 5 });
  await azure.mouse.up();
  await expect.poll(() => field(azure, 'Places').inputValue()).not.toBe(drawnPlaces);
  expect((await field(azure, 'Places').inputValue()).split(';').slice(0, 2)).toEqual(drawnPlaces.split(';').slice(0, 2));
  await azure.locator('.sheet button', { hasText: 'What would end it?' }).click();
  await azure.locator('.endings button', { hasText: 'Higher' }).click();
  await azure.locator('.sheet .known', { hasText: 'UNKNOWN. No conflict found with the' }).waitFor();
  expect(await field(azure, 'From height').inputValue()).toMatch(/^4\d00 m AMSL$/);
  await azure.locator('.sheet button[aria-label^="Take"]').first().click();
  expect(await azure.locator('.sheet .vertices li').count()).toBe(2);
});

test('a circle is drawn by two presses, and a corridor in a grid is read and seen where the node says that it is', async () => {
  await field(azure, 'Shape').selectOption('circle');
  const [x, y] = await middleBesideForm(azure);
  await azure.locator('.sheet button', { hasText: 'Draw on the map' }).click();
  await azure.mouse.click(x + 60, y);
  await azure.mouse.click(x + 90, y);
  expect(await field(azure, 'Radius').inputValue()).toMatch(/^\d+0 m$/);
  await azure.locator('.preview').first().waitFor();
  await field(azure, 'Shape').selectOption('corridor');
  await field(azure, 'Places').fill('37SEV1234567890; 35.2N,40.9E');
  await azure.locator('.preview .understood', { hasText: '37SEV1234567890' }).waitFor();
  await field(azure, 'Shape').selectOption('circle');
  for (const input of await azure.locator('.sheet input').all()) {
    await input.fill('');
  }
  await azure.keyboard.press('Escape');
  await azure.locator('.sheet').waitFor({ state: 'detached' });
});

test('a conflict stands as a whole on one page, and a way out that does not end it is not sent', async () => {
  await azure.locator('.duties .conflict', { hasText: 'A-02 × B-02' }).click();
  await azure.locator('.top h1').click();
  await azure.keyboard.press('c');
  await azure.locator('.sheet .sides .record').nth(1).waitFor();
  expect(await azure.locator('.sheet .side-view .box').count()).toBe(2);
  expect(await faults(azure)).toEqual([]);
  await azure.keyboard.press('Enter');
  await expect.poll(() => azure.evaluate(() => document.activeElement?.closest('.propose') !== null), { message: 'keys go on in the form' }).toBe(true);
  await field(azure, 'Who changes it').selectOption('BIRCH');
  await field(azure, 'To height').fill('2900 m AMSL');
  await azure.locator('.sheet .bad-text', { hasText: 'STILL IN CONFLICT, so not sent' }).waitFor();
  expect(await azure.locator('.propose button.main').isDisabled()).toBe(true);
  await field(azure, 'From height').fill('1000 m AMSL');
  await field(azure, 'To height').fill('2000 m AMSL');
  await azure.locator('.sheet .preview', { hasText: 'With this the node finds no conflict with A-02' }).waitFor();
  expect(await field(azure, 'Words').inputValue()).toContain('B-02: 2400 m AMSL → 1000 m AMSL; 4000 m AMSL → 2000 m AMSL');
  await azure.keyboard.press('Enter');
  await azure.locator('.propose').waitFor({ state: 'detached' });
  await azure.locator('.sheet .proposal', { hasText: '4000 m AMSL → 2000 m AMSL' }).waitFor();
  await azure.keyboard.press('Escape');
  await azure.keyboard.press('Escape');
});

test('a proposal is decided where both sides stand, and agreed is not done', async () => {
  const duty = birch.locator('.duty', { hasText: 'Decide' });
  await duty.waitFor();
  await duty.click();
  const sheet = birch.locator('.sheet.wide');
  await sheet.locator('.proposal', { hasText: '4000 m AMSL → 2000 m AMSL' }).waitFor();
  expect(await sheet.locator('button', { hasText: 'Decline' }).isDisabled(), 'a reason is wanted').toBe(true);
  await sheet.locator('button', { hasText: 'Accept' }).focus();
  await birch.keyboard.press('Enter');
  await sheet.locator('.warn-text', { hasText: 'AGREED, NOT DONE. Conflict stands until BIRCH amends B-02.' }).waitFor();
  await azure.locator('.duties .conflict', { hasText: /AGREED, NOT DONE\. Conflict stands until \W*BIRCH\W* amends \W*B-02\W*\./ }).waitFor();
  await birch.keyboard.press('Escape');
});

test('an activity is amended by keyboard: old and new are seen, who will see it, and the old plan counts until it is acknowledged', async () => {
  await birch.locator('.entry', { hasText: 'B-02' }).first().locator('.link').click();
  await birch.locator('.top h1').click();
  await birch.keyboard.press('a');
  await field(birch, 'To height').waitFor();
  expect(await birch.locator('.sheet button.main').isDisabled(), 'nothing is changed').toBe(true);
  await field(birch, 'From height').fill('1000 m AMSL');
  await field(birch, 'To height').fill('2000 m AMSL');
  await birch.locator('.changed', { hasText: '4000 m AMSL' }).locator('ins', { hasText: '2000 m AMSL' }).waitFor();
  await birch.locator('.preview', { hasText: 'Will be seen by AZURE.' }).waitFor();
  expect(await faults(birch)).toEqual([]);
  await birch.keyboard.press('Enter');
  await birch.locator('.sheet').waitFor({ state: 'detached' });
  const amended = await birch.locator('.entry', { hasText: 'AZURE still holds the old plan. Both plans count until it acknowledges.' }).locator('.link').innerText();
  await azure.locator('.duties .conflict', { hasText: 'A-02 × B-02' }).waitFor();
  await azure.locator('.duty', { hasText: amended }).waitFor();
  await azure.keyboard.press('c');
  await azure.locator('.sheet .sides .warn-text', { hasText: 'AZURE still holds the old plan.' }).waitFor();
  expect(await azure.locator('.sheet .sides .record').nth(1).innerText(), 'the plan that was found in conflict').toContain('4000 m AMSL');
  await azure.keyboard.press('Escape');
  await azure.locator('.duty', { hasText: amended }).click();
  await azure.locator('.sheet .answers').waitFor();
  await azure.keyboard.press('Enter');
  await azure.locator('.duties .conflict', { hasText: 'A-02 × B-02' }).waitFor({ state: 'detached' });
  await azure.locator('.top h1').click();
  await azure.keyboard.press('Escape');
});

test('before a site is sent anew its author reads who will hold the point for good', async () => {
  const { record } = await say('azure', { kind: 'site', body: { site: 'hospital', name: 'Nur', place: '36.1N,39.1E', buffer: '500 m', validFrom: hours(-1), validUntil: hours(48) } });
  await azure.locator('.entry', { hasText: 'Nur' }).locator('.link').click();
  await azure.locator('.top h1').click();
  await azure.keyboard.press('a');
  await azure.locator('.sheet .warn-text', { hasText: 'These receivers will hold the point for good: BIRCH.' }).waitFor();
  await field(azure, 'Buffer').fill('800 m');
  await azure.locator('.sheet .preview', { hasText: 'Will be seen by BIRCH.' }).waitFor();
  await azure.keyboard.press('Enter');
  await azure.locator('.sheet').waitFor({ state: 'detached' });
  await azure.locator('.entry', { hasText: `Replaced by` }).locator('.link', { hasText: record }).waitFor();
  await azure.keyboard.press('Escape');
});

test('there is a conflict for every screen that shows one', async () => {
  await say('birch', uas('B-30', 40.7, 35.1));
  await azure.locator('.duties .conflict', { hasText: 'A-02 × B-30' }).waitFor();
});

test('a proposal is countered with a reason, which opens another way out, and its proposer withdraws it', async () => {
  await birch.locator('.duties .conflict', { hasText: 'A-02 × B-30' }).click();
  await birch.locator('.top h1').click();
  await birch.keyboard.press('c');
  await birch.locator('.sheet .sides').waitFor();
  await birch.keyboard.press('Enter');
  await field(birch, 'Who changes it').selectOption('AZURE');
  await field(birch, 'What changes').selectOption('cancel');
  await field(birch, 'Words').fill('land A-02 first');
  await birch.keyboard.press('Enter');
  await birch.locator('.sheet .proposal', { hasText: 'land A-02 first' }).waitFor();
  await azure.locator('.duty', { hasText: 'Decide' }).first().click();
  const proposal = azure.locator('.sheet .proposal', { hasText: 'land A-02 first' });
  await proposal.getByLabel('Reason').fill('higher instead');
  await proposal.locator('button', { hasText: 'Counter' }).click();
  await azure.locator('.sheet .propose').waitFor();
  await azure.keyboard.press('Escape');
  await azure.keyboard.press('Escape');
  await birch.locator('.sheet .proposal li', { hasText: 'AZURE: Counter' }).getByText('higher instead').waitFor();
  await birch.locator('.sheet .proposal button', { hasText: 'Withdraw the proposal' }).click();
  await birch.locator('.sheet .proposal', { hasText: 'Withdrawn by its proposer.' }).waitFor();
  await birch.keyboard.press('Escape');
  await birch.keyboard.press('Escape');
});

function terms(title: string, vertical: number) {
  return {
    kind: 'agreement',
    body: {
      title, rules: '1', parties: [{ party: 'AZURE', as: 'member' }, { party: 'BIRCH', as: 'member' }], purpose: 'a test', exclusions: ['no targets'],
      separation: [{ horizontal: 1000, vertical, time: 300 }], effectiveFrom: hours(100), decideBy: hours(2),
    },
  };
}

test('two versions of the agreement stand beside each other, and their differences alone', async () => {
  const { record: first } = await say('birch', terms('R-1', 300));
  const { record: second } = await say('birch', terms('R-1', 305));
  await azure.locator('.duty', { hasText: 'Decide' }).filter({ hasText: second }).waitFor();
  await azure.locator('.top h1').click();
  await azure.keyboard.press('g');
  await field(azure, 'Version').selectOption(second);
  await field(azure, 'Compared with').selectOption(first);
  const rows = azure.locator('.sheet .ledger tbody tr');
  await rows.filter({ hasText: 'Least separation[1]' }).waitFor();
  expect(await rows.filter({ hasText: 'Least separation[1]' }).innerText()).toMatch(/In height, m[\s\S]*300[\s\S]*305/);
  expect(await rows.filter({ hasText: 'a test' }).count(), 'what is the same is not told').toBe(0);
  expect(await faults(azure)).toEqual([]);
  await azure.locator('.sheet .proposal').getByLabel('Reason').fill('not yet');
  await azure.locator('.sheet .proposal button', { hasText: 'Decline' }).click();
  await azure.locator('.sheet .proposal li', { hasText: 'AZURE: Decline' }).waitFor();
  await azure.keyboard.press('Escape');
});

test('the log says of each record whose machine holds it, and an auditor takes a proof away', async () => {
  await town.azure.admin.ask('POST', 'accounts', { account: 'aud', officer: 'U1', roles: ['auditor'], languages: ['en'], password: PASSWORD });
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root, 'aud');
  await page.locator('.top h1').click();
  await page.keyboard.press('r');
  const row = page.locator('.ledger tr', { hasText: 'AZURE-3' }).first();
  await row.waitFor();
  await expect.poll(() => row.innerText(), { timeout: 20_000 }).toMatch(/BIRCH: [\u2066-\u2069]*\d\d:\d\d:\d\dZ/);
  await page.locator('.sheet .note', { hasText: "Proves that BIRCH's computer held these bytes" }).waitFor();
  const taken = page.waitForEvent('download');
  await row.locator('button').click();
  const download = await taken;
  expect(download.suggestedFilename()).toMatch(/^AZURE-\d+\.tlog-proof$/);
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/^c2sp\.org\/tlog-proof@v1/);
  expect(await faults(page)).toEqual([]);
  await context.close();
});

test('who comes back reads what was missed, in nobody’s way, and puts it away', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  expect(await page.locator('.banner', { hasText: 'Nobody looked here' }).count(), 'never was here').toBe(0);
  await page.addInitScript(() => localStorage.setItem('parley.seen', JSON.stringify({ kim: Date.now() - 3_600_000 })));
  await page.reload();
  await page.locator('.banner', { hasText: /Nobody looked here for 1.?h/ }).waitFor();
  await page.locator('.top h1').click();
  await page.keyboard.press('w');
  await page.locator('.sheet .names button', { hasText: 'B-02' }).first().waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('.banner button', { hasText: 'Put away' }).click();
  await page.locator('.banner', { hasText: 'Nobody looked here' }).waitFor({ state: 'detached' });
  await context.close();
});

test('a replay says what each machine held then, and shows the picture as it was known', async () => {
  await azure.keyboard.press('t');
  await azure.locator('.table tbody tr', { hasText: 'AZURE-3' }).waitFor();
  await azure.locator('.exact input').first().fill(hours(-0.05));
  await azure.keyboard.press('Enter');
  await azure.locator('.banner.replay', { hasText: 'AZURE held' }).waitFor();
  await azure.locator('.table tbody tr', { hasText: 'AZURE-3' }).waitFor();
  await azure.locator('.banner.replay input[type=checkbox]').check();
  await azure.locator('.table tbody tr', { hasText: 'AZURE-3' }).waitFor({ state: 'detached' });
  await azure.locator('.banner.replay', { hasText: 'by what this node held then' }).waitFor();
  await azure.locator('.banner.replay input[type=checkbox]').uncheck();
  await azure.locator('.table tbody tr', { hasText: 'AZURE-3' }).waitFor();
  await azure.locator('.exact input').first().blur();
  await azure.locator('.top h1').click();
  await azure.keyboard.press('l');
  await azure.keyboard.press('t');
});

test('in Arabic a latitude stands to the left of its longitude, and time and map are not turned round', async () => {
  await looks(azure, 'ar', 'dark');
  await azure.locator('.entry .link', { hasText: 'AZURE' }).first().click();
  const order = await azure.locator('.selected bdi', { hasText: '35.03' }).first().evaluate((of) => {
    const text = of.firstChild;
    const at = (index: number) => {
      const range = document.createRange();
      range.setStart(text as Node, index);
      range.setEnd(text as Node, index + 1);
      return range.getBoundingClientRect().left;
    };
    const content = text?.textContent ?? '';
    return ['35', 'N', '40', 'E'].map((each) => at(content.indexOf(each)));
  });
  expect(order).toEqual([...order].sort((one, other) => one - other));
  expect(await azure.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await azure.locator('.map').getAttribute('dir')).toBe('ltr');
  expect(await azure.locator('.lanes').getAttribute('dir')).toBe('ltr');
  await azure.keyboard.press('Escape');
});

/** Screens of the desk, the keys that lead there from the one before, what is then to be seen, and what must be in hand for it. */
const SCREENS: readonly (readonly [string, readonly string[], string, string?])[] = [
  ['map', [], '.stage .map'],
  ['table', ['t'], '.stage .table'],
  ['duty', ['t', '1'], '.sheet .answers'],
  ['stop', ['Escape', 'Shift+S'], '.sheet.grave'],
  ['conflict', ['Escape', 'c'], '.sheet .sides'],
  ['notify', ['Escape', 'n'], '.sheet .notify'],
  ['agreement', ['Escape', 'g'], '.sheet .proposal'],
  ['log', ['Escape', 'r'], '.sheet .ledger'],
  ['missed', ['Escape', 'w'], '.sheet.wide'],
  ['write', ['Escape', 'm'], '.sheet form:not(.notify)'],
  ['help', ['Escape', '?'], '.sheet .keys'],
  ['ask', ['Escape', 'q'], '.sheet .form'],
  ['propose', ['Escape', 'c', 'Enter'], '.sheet .propose'],
  ['amend', ['a'], '.sheet .changed, .sheet form', 'A-02'],
  ['site', ['a'], '.sheet .warn-text', 'Nur'],
  ['call', ['v'], '.sheet .paper', 'A-02'],
  ['first link', ['Escape', 'Shift+L'], '.sheet'],
  ['replay', ['Escape', '['], '.banner.replay'],
];

/** Goes from one screen to the next; after the last one the desk is live again. */
async function opens(page: Page, [, keys, seen, inHand]: (typeof SCREENS)[number]): Promise<void> {
  if (inHand) {
    await page.keyboard.press('Escape');
    await page.locator('.entry', { hasText: inHand }).first().locator('.link').click();
    await page.locator('.top h1').click();
  }
  for (const key of keys) {
    await page.keyboard.press(key);
  }
  // A telephone has no map: there it is enough that it would be seen.
  await page.locator(seen).first().waitFor({ state: 'attached' });
}

async function closes(page: Page): Promise<void> {
  for (const key of ['l', 'Escape', 'Escape']) {
    await page.keyboard.press(key);
  }
}

test.each(['en', 'ru', 'ar'])('axe finds nothing on any screen in any theme, in %s', async (language) => {
  for (const theme of ['light', 'dark', 'night']) {
    await looks(azure, language, theme);
    await azure.locator('.top h1').click();
    for (const screen of SCREENS) {
      await opens(azure, screen);
      expect(await faults(azure), `${screen[0]}, ${theme}, ${language}`).toEqual([]);
    }
    await closes(azure);
    expect(await faint(azure, ['.lights', '.alarms', '.banner', '.stop-button']), `${theme}, ${language}`).toEqual([]);
  }
}, 240_000);

test('no screen scrolls sideways on a desk, on a wall or on a telephone', async () => {
  for (const language of ['en', 'ru', 'ar']) {
    await azure.setViewportSize({ width: 1366, height: 768 });
    await looks(azure, language, 'dark');
    for (const [width, height] of [[1366, 768], [1920, 1080], [390, 844]] as const) {
      await azure.setViewportSize({ width, height });
      for (const screen of SCREENS) {
        await opens(azure, screen);
        await fits(azure, `${screen[0]}, ${language}, ${width}`);
      }
      await closes(azure);
    }
  }
  await azure.setViewportSize({ width: 1366, height: 768 });
  await looks(azure, 'en', 'dark');
}, 240_000);

test('a cable that is cut without a word is told within ten seconds, and nothing is lost when it is mended', async () => {
  const { cable, root } = await Cable.to(town.azure.root);
  const { context, page } = await seat(browser, root, sins);
  await signIn(page, root);
  await page.locator('.entry').first().waitFor();
  const cut = Date.now();
  cable.sever();
  await page.locator('.banner', { hasText: 'NO CONNECTION TO OUR OWN NODE' }).waitFor();
  expect(Date.now() - cut).toBeLessThan(10_000);
  const { record } = await say('birch', uas('B-07', 41.5, 35.9));
  cable.mend();
  await page.locator('.banner', { hasText: 'NO CONNECTION' }).waitFor({ state: 'detached' });
  await page.locator('.duty', { hasText: record }).waitFor();
  await context.close();
  cable.close();
});

test('the first load is small', async () => {
  const { context, page } = await seat(browser, town.birch.root, sins);
  const sizes = new Map<string, number>();
  page.on('response', (answer) => sizes.set(new URL(answer.url()).pathname, Number(answer.headers()['content-length'] ?? 0)));
  await signIn(page, town.birch.root);
  await until('land is there', () => [...sizes.keys()].some((each) => each.includes('countries-110m')));
  const page_ = [...sizes].filter(([path]) => path === '/' || path.startsWith('/assets/'));
  const bytes = page_.filter(([path]) => !path.includes('arabic') && !path.includes('50m')).reduce((sum, [, size]) => sum + size, 0);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  console.log(`first load ${(bytes / 1024).toFixed(0)} KiB, first paint ${paint.toFixed(0)} ms`);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(350 * 1024);
  await context.close();
});

test('no page asked anybody but its own node, and none failed', () => {
  expect(sins.elsewhere).toEqual([]);
  expect(sins.errors).toEqual([]);
});
