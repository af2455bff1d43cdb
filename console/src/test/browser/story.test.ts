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
  expect((await known.innerText()).replace(/[\u2066-\u2069]/g, '')).toMatch(/BIRCH through BIRCH-\d+, 14.s old; BIRCH declared this area complete until 12:00Z\. This is not a clearance\./);
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
  await azure.locator('.entry', { hasText: 'BIRCH duty: received and understood' }).last().waitFor();
  await next(6);
});

test('no page asked another machine, and none failed', () => {
  expect(elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});
