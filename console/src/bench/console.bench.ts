import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launched, seat, signIn, type Sins } from '../test/browser/browser';
import { begin, PASSWORD, until, type Town } from '../test/browser/nodes';
import { crowded, framesPerSecond, step } from './scrubbing';

/** What the page costs in a browser without GPU, at two served nodes on the same machine: medians, and every round behind them. */

const ROUNDS = 5;
const SECONDS = 5;

const sins: Sins = { elsewhere: [], errors: [] };
let browser: Browser;
let town: Town;

function median(of: readonly number[]): number {
  return of.toSorted((one, other) => one - other)[Math.floor(of.length / 2)] ?? NaN;
}

function tell(what: string, unit: string, all: readonly number[], digits = 0): void {
  const rounds = all.map((each) => each.toFixed(digits)).join(' ');
  console.log(`${what.padEnd(52)} ${median(all).toFixed(digits).padStart(7)} ${unit.padEnd(9)} ${rounds}`);
}

async function firstAccount(root: string, code: string): Promise<void> {
  const answer = await fetch(`${root}/api/v1/first-account`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: root },
    body: JSON.stringify({ code, account: 'ada', officer: 'A1', languages: ['en'], password: PASSWORD }),
  });
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
}

beforeAll(async () => {
  browser = await launched();
  town = await begin(firstAccount);
  const cpu = /model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? cpus()[0]?.model;
  console.log(`command   ./parley bench console`);
  console.log(`date      ${new Date().toISOString().slice(0, 19)}Z`);
  console.log(`machine   ${cpu}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, load average ${loadavg()[0]?.toFixed(1)}`);
  console.log(`browser   Chromium ${browser.version()}, no window, no GPU, 1366×768; Node.js ${process.version}`);
  console.log(`\n${'what'.padEnd(52)} ${'median'.padStart(7)} ${'unit'.padEnd(9)} rounds`);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.close();
  if (sins.errors.length > 0 || sins.elsewhere.length > 0) {
    throw new Error(JSON.stringify(sins));
  }
});

/** A page without anything in its cache, of somebody who is signed in: when it painted, and when the lights of the line stood. */
async function loaded(signedIn: Awaited<ReturnType<BrowserContext['storageState']>>): Promise<{ paint: number; usable: number }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, storageState: signedIn });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('.desk .lamp') && document.querySelector('.duties')) {
        (window as unknown as { usable: number }).usable = performance.now();
        watch.disconnect();
      }
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(town.azure.root);
  await page.waitForFunction(() => 'usable' in window);
  const usable = await page.evaluate(() => (window as unknown as { usable: number }).usable);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  await context.close();
  return { paint, usable };
}

test('first load', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  const signedIn = await context.storageState();
  await context.close();
  const all = [];
  for (let i = 0; i < ROUNDS; i++) {
    all.push(await loaded(signedIn));
  }
  tell('first paint, cold cache', 'ms', all.map((each) => each.paint));
  tell('first usable: lights and duties stand', 'ms', all.map((each) => each.usable));
});

test.each([[10_000, 500], [100_000, 500], [100_000, 5_000]])('scrubbing over %d activities, %d at once', async (count, atOnce) => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await crowded(page, town.line, count, atOnce);
  await signIn(page, town.azure.root);
  await page.keyboard.press('t');
  await page.locator('.table tbody tr').first().waitFor();
  await page.keyboard.press('t');
  await page.locator('div.crowd').waitFor({ state: 'attached' });
  await framesPerSecond(page, 2);
  const [frames, steps] = [[] as number[], [] as number[]];
  for (let i = 0; i < ROUNDS; i++) {
    frames.push(await framesPerSecond(page, SECONDS));
    steps.push(await step(page));
  }
  const what = `${count} activities, ${atOnce} at once`;
  tell(`scrubbing, ${what}`, 'frames/s', frames, 1);
  tell(`step to the next event, ${what}`, 'ms', steps);
  await context.close();
});

/** Notes when the sound of an alarm begins. */
async function hears(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      ((window as unknown as { heard?: number[] }).heard ??= []).push(Date.now());
      start.call(this, when);
    };
  });
}

function heardSince(page: Page, since: number): Promise<number | undefined> {
  return page.evaluate((from) => ((window as unknown as { heard?: number[] }).heard ?? []).find((each) => each >= from), since);
}

/** From the key that sends a STOP to the first tone at the other desk. */
async function stopped(azure: Page, birch: Page): Promise<number> {
  await azure.keyboard.press('Shift+S');
  await azure.locator('.stop-send').waitFor();
  const sent = Date.now();
  await azure.keyboard.press('Enter');
  const tone = await until('the alarm sounds', () => heardSince(birch, sent));
  await azure.locator('.sheet').waitFor({ state: 'detached' });
  const { items } = await town.azure.officer.ask<{ items: { record: string; kind: string }[] }>('GET', `lines/${town.line}/records`);
  const record = items.findLast((each) => each.kind === 'stop')?.record;
  await town.birch.officer.ask('POST', `lines/${town.line}/records`, { kind: 'answer', about: record, body: { says: 'taken' } });
  await town.azure.officer.ask('POST', `lines/${town.line}/records`, { kind: 'status', about: record, body: { status: 'lifted', at: new Date().toISOString() } });
  await until('the alarm is over', async () => !(await birch.title()).startsWith('('));
  return tone - sent;
}

test('STOP', async () => {
  const azure = (await seat(browser, town.azure.root, sins)).page;
  const birch = (await seat(browser, town.birch.root, sins)).page;
  await hears(birch);
  await signIn(azure, town.azure.root);
  await signIn(birch, town.birch.root);
  await birch.locator('.top h1').click();
  const all = [];
  for (let i = 0; i < ROUNDS; i++) {
    all.push(await stopped(azure, birch));
  }
  tell('STOP: its key to the first tone at the other desk', 'ms', all);
});
