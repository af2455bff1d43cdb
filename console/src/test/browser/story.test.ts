import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults, launched } from './browser';
import { demo, type Demo } from './demo';

/** The first ten minutes: the visitor plays AZURE by keyboard in the left desk, and both screens are read. */

const WIDE = { width: 1920, height: 1080 };

let browser: Browser;
let shown: Demo;
let page: Page;
let azure: FrameLocator;
let birch: FrameLocator;
const elsewhere: string[] = [];
const errors: string[] = [];

async function visit(origin: string): Promise<Page> {
  const visited = await (await browser.newContext({ viewport: WIDE, locale: 'en-GB' })).newPage();
  visited.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:\d+\/|blob:)/.test(request.url())) {
      elsewhere.push(request.url());
    }
  });
  visited.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  visited.setDefaultTimeout(20_000);
  await visited.goto(origin);
  return visited;
}

beforeAll(async () => {
  browser = await launched();
  shown = await demo();
  page = await visit(shown.origin);
  azure = page.frameLocator('iframe[name=AZURE]');
  birch = page.frameLocator('iframe[name=BIRCH]');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await shown?.close();
});

/** The strip shows this step and waits for this. */
async function at(step: number, waits: 'visitor' | 'next'): Promise<void> {
  await page.locator(`body[data-no="${step}"][data-waits=${waits}]`).waitFor({ timeout: 30_000 });
}

async function next(step: number): Promise<void> {
  await at(step, 'next');
  expect(await page.locator('#happened .not').allInnerTexts(), `step ${step}`).toEqual([]);
  await page.keyboard.press('F9');
}

/** Hands the keyboard to the left desk. */
async function atTheDesk(): Promise<void> {
  await azure.locator('.top h1').click();
}

function field(label: string) {
  return azure.locator('.sheet').getByLabel(label, { exact: true });
}

test('1: the two nodes show the same six words in two languages, and then two lights that were never tested', async () => {
  await at(1, 'visitor');
  const [english, russian] = await page.locator('.desk .words').allInnerTexts();
  expect(english?.split(' ')).toHaveLength(6);
  expect(russian?.split(' ')).toHaveLength(6);
  expect(russian).toMatch(/^[а-яё ]+$/);
  expect(await page.locator('.desk .mark').allInnerTexts()).toEqual(['YOU', 'SCRIPTED']);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('F8');
  await azure.locator('.counterpart', { hasText: 'not yet tested' }).waitFor();
  await birch.locator('.counterpart', { hasText: 'ещё не проверен' }).waitFor();
  await next(1);
});

test("2: a machine's light and a person's are two", async () => {
  await at(2, 'visitor');
  await atTheDesk();
  await azure.locator('.tools button', { hasText: 'line check' }).focus();
  await page.keyboard.press('Enter');
  await azure.locator('.lamp-confirmed', { hasText: 'answered' }).waitFor();
  await page.locator('#happened li', { hasText: 'SCRIPTED' }).waitFor();
  await next(2);
});

test('3: nothing is known where A-02 will be, and that is no permission', async () => {
  await at(3, 'visitor');
  await atTheDesk();
  await page.keyboard.press('n');
  await azure.locator('.sheet .notify').waitFor();
  await field('Name').fill('A-02');
  await field('Kind').selectOption('uas');
  await field('Places').fill('35.03N 40.62E');
  await field('Radius').fill('8 km');
  await field('From height').fill('2400 m AMSL');
  await field('To height').fill('4000 m AMSL');
  await field('From').fill('2017-11-20T06:30:00Z');
  await field('Until').fill('2017-11-20T12:00:00Z');
  await azure.locator('.known', { hasText: 'UNKNOWN. BIRCH has notified nothing here for 06:30–12:00Z and has not said that this is complete.' }).waitFor();
  await page.keyboard.press('Enter');
  await azure.locator('.sheet').waitFor({ state: 'detached' });
  await birch.locator('.duty', { hasText: 'AZURE-' }).last().waitFor();
  await next(3);
});

test('4: who says that this is all, by which record, how old; and that it is no clearance', async () => {
  await at(4, 'next');
  await atTheDesk();
  await azure.locator('.entry', { hasText: 'A-02' }).last().locator('.link').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  await field('To height').fill('3900 m AMSL');
  const known = azure.locator('.known', { hasText: 'No conflict found among what has been notified.' });
  await known.waitFor();
  expect((await known.innerText()).replace(/[\u2066-\u2069]/g, '')).toMatch(/BIRCH through BIRCH-\d+, \d+.s old; BIRCH declared this area complete until 12:00Z\. This is not a clearance\./);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await next(4);
});

test('5: one alarm and the same conflict at both desks', async () => {
  await at(5, 'next');
  for (const desk of [azure, birch]) {
    await desk.locator('.duties .conflict', { hasText: 'A-02 × B-02' }).waitFor();
    await desk.locator('.alarm').first().waitFor();
    expect(await desk.locator('.alarm').count()).toBe(1);
  }
  expect((await azure.locator('.duties .conflict').innerText()).replace(/[\u2066-\u2069]/g, '')).toMatch(/0 m apart · 60\d m of height shared · 60 min at the same time/);
  await next(5);
});

test('6: stored, shown and acknowledged are three things, and none is an agreement', async () => {
  await at(6, 'next');
  const entry = azure.locator('.entry', { hasText: 'BIRCH duty: received and understood' }).filter({ hasText: 'A-02' });
  await entry.waitFor();
  expect(await entry.innerText()).toContain('Not agreement, not approval.');
  await page.keyboard.press('F9');
});

test('7: a slip in a read-back is seen at both desks, with the distance', async () => {
  await at(7, 'visitor');
  await azure.locator('.duty', { hasText: 'B-02' }).first().focus();
  await page.keyboard.press('Enter');
  await azure.locator('.sheet button', { hasText: 'Read back' }).focus();
  await page.keyboard.press('Enter');
  const typed = ['35.20N,40.35E', '35.20N,40.55E', '5000 m', '300 m AMSL', '3000 m AMSL', '2017-11-20T07:00:00Z', '2017-11-20T08:00:00Z'];
  const inputs = azure.locator('.read-back input');
  await inputs.first().waitFor();
  expect(await inputs.count()).toBe(typed.length);
  for (const [i, text] of typed.entries()) {
    await inputs.nth(i).pressSequentially(text);
  }
  await azure.locator('.read-back button.main').focus();
  await page.keyboard.press('Enter');
  await azure.locator('.read-back .failure', { hasText: 'NOT THE SAME' }).waitFor();
  expect(await azure.locator('.read-back .failure').innerText()).toMatch(/35\.02[\s\S]*35\.2[\s\S]*20[\d.]* km/);
  await page.locator('#happened li', { hasText: '20.0 km apart' }).waitFor();
  for (const [i, text] of ['35.02N,40.35E', '35.02N,40.55E'].entries()) {
    await inputs.nth(i).fill('');
    await inputs.nth(i).pressSequentially(text);
  }
  await azure.locator('.read-back button.main').focus();
  await page.keyboard.press('Enter');
  await azure.locator('.read-back .note', { hasText: 'Read back as it was said.' }).waitFor();
  await birch.locator('.entry', { hasText: 'B-02' }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await next(7);
});

test('8: a way out that is none is not sent; one that is agreed is not done', async () => {
  await at(8, 'visitor');
  await azure.locator('.duties .conflict', { hasText: 'A-02 × B-02' }).focus();
  await page.keyboard.press('Enter');
  await atTheDesk();
  await page.keyboard.press('c');
  await azure.locator('.sheet .sides .record').nth(1).waitFor();
  await page.keyboard.press('Enter');
  await field('Who changes it').selectOption('BIRCH');
  await field('To height').fill('2100 m AMSL');
  await azure.locator('.sheet .bad-text', { hasText: 'STILL IN CONFLICT, so not sent' }).waitFor();
  expect(await azure.locator('.propose button.main').isDisabled()).toBe(true);
  await field('To height').fill('2000 m AMSL');
  await azure.locator('.sheet .preview', { hasText: 'With this the node finds no conflict with A-02' }).waitFor();
  await page.keyboard.press('Enter');
  await azure.locator('.propose').waitFor({ state: 'detached' });
  await azure.locator('.duties .conflict', { hasText: /AGREED, NOT DONE\. Conflict stands until \W*BIRCH\W* amends \W*B-02\W*\./ }).waitFor();
  await birch.locator('.duties .conflict').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await next(8);
});

test('9: the conflict ends at both desks when it is computed away', async () => {
  await at(9, 'next');
  for (const desk of [azure, birch]) {
    await desk.locator('.duties .conflict').first().waitFor({ state: 'detached' });
  }
  await next(9);
});

test('10 to 14: the box, the telephone, the cable, the convoy, the suspension, each in its own words', async () => {
  await at(10, 'visitor');
  await azure.locator('.duties .conflict', { hasText: 'A-04 × B-05' }).waitFor();
  await birch.locator('.duties .conflict', { hasText: 'A-04 × B-05' }).waitFor();
  await page.keyboard.press('F8');
  await next(10);
  await at(11, 'visitor');
  await page.keyboard.press('F8');
  await azure.locator('.entry', { hasText: 'HEARD by telephone' }).filter({ hasText: 'Not signed by BIRCH.' }).waitFor();
  await next(11);
  await at(12, 'visitor');
  await azure.locator('.banner', { hasText: 'OLD PICTURE. Last heard from BIRCH' }).filter({ hasText: 'A missing conflict means nothing.' }).waitFor();
  await birch.locator('.banner', { hasText: 'AZURE' }).first().waitFor();
  await page.keyboard.press('F8');
  await at(12, 'next');
  await azure.locator('.banner', { hasText: 'OLD PICTURE' }).waitFor({ state: 'detached' });
  await next(12);
  await at(13, 'visitor');
  await page.keyboard.press('F8');
  await azure.locator('.entry', { hasText: 'BIRCH says: not ours. It does not say who they are, nor that they may be attacked.' }).first().waitFor();
  await next(13);
  await at(14, 'visitor');
  await azure.locator('.banner', { hasText: 'SUSPENDED by BIRCH: routine. Safety traffic still passes.' }).waitFor();
  await page.keyboard.press('F8');
  await next(14);
});

test('15: a STOP that nobody has taken counts at its sender, and taking it is not stopping', async () => {
  await at(15, 'visitor');
  await azure.locator('.banner.stop', { hasText: 'It admits nothing.' }).waitFor();
  await birch.locator('.banner.stop', { hasText: '0:41' }).waitFor();
  await atTheDesk();
  await page.keyboard.press('1');
  await azure.locator('.sheet.grave').waitFor();
  await page.keyboard.press('Enter');
  await next(15);
});

test('16 and 17: ceased, still, ceased; and a node that is killed comes back with all that was said', async () => {
  for (const task of ['relayed to those who can stop it', 'says that it has ceased', 'relayed again', 'says again that it has ceased']) {
    await page.locator('#task', { hasText: task }).waitFor();
    await page.keyboard.press('F8');
  }
  await next(16);
  await at(17, 'next');
  await azure.locator('.counterpart').waitFor();
  await azure.locator('.entry', { hasText: 'A-04' }).first().waitFor();
  await next(17);
});

test('18 to 20: the replay, the proof and its words, and what this system does not tell', async () => {
  await next(18);
  await at(19, 'next');
  await atTheDesk();
  await page.keyboard.press('r');
  await azure.locator('.sheet .note', { hasText: "Proves that BIRCH's computer held these bytes" }).waitFor();
  await page.keyboard.press('Escape');
  await next(19);
  await at(20, 'next');
  expect(await page.locator('#text').innerText()).toContain('a notice is not a clearance');
  expect(await page.locator('#next').isDisabled()).toBe(true);
  expect(await faults(page)).toEqual([]);
});

test('a visitor goes back to a step, and all before it is played again by script', async () => {
  await page.getByRole('button', { name: /^Step 3:/ }).focus();
  await page.keyboard.press('Enter');
  await at(3, 'visitor');
  await azure.locator('.lamp-confirmed').waitFor();
  expect(await azure.locator('.entry', { hasText: 'A-02' }).count()).toBe(0);
});

test('no page asked another machine, and none failed', () => {
  expect(elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});
