import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults, launched, seat, signIn, type Sins } from './browser';
import { begin, Cable, PASSWORD, until, type Town } from './nodes';

/** What a desk does on a bad day. Each test has a page of its own, all the same two nodes. */

const sins: Sins = { elsewhere: [], errors: [] };
let browser: Browser;
let town: Town;

beforeAll(async () => {
  browser = await launched();
  town = await begin();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

interface Told {
  readonly record: string;
  readonly kind: string;
  readonly by: string;
  readonly about?: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

async function records(desk: 'azure' | 'birch'): Promise<readonly Told[]> {
  return (await town[desk].officer.ask<{ items: Told[] }>('GET', `lines/${town.line}/records?limit=1000`)).items;
}

function say(desk: 'azure' | 'birch', record: unknown): Promise<{ record: string }> {
  return town[desk].officer.ask('POST', `lines/${town.line}/records`, record);
}

function message(text: string, to: 'AZURE' | 'BIRCH') {
  return { kind: 'message', body: { text, to: { party: to } } };
}

/** Two nodes find each other again within half a minute, whatever went before. */
const FOUND = { timeout: 75_000 };

/** A node that is started anew knows its accounts, and nobody's session. */
async function risen(desk: 'azure' | 'birch'): Promise<void> {
  await town[desk].fall.again();
  await town[desk].officer.signIn('kim', PASSWORD);
}

async function writes(page: Page, text: string): Promise<void> {
  await page.locator('.top h1').click();
  await page.keyboard.press('m');
  await page.locator('.sheet select').first().selectOption('');
  await page.locator('.sheet').getByLabel('Words', { exact: true }).fill(text);
}

test("a clock that is wrong by an hour is noticed and said, and times go by the node's", async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await page.clock.install({ time: Date.now() + 3_600_000 });
  await signIn(page, town.azure.root);
  await page.locator('.banner', { hasText: /The clock of this computer is wrong by .?(1.h|60.min)/ }).waitFor();
  const zulu = new Date().toISOString().slice(11, 13);
  expect(await page.locator('.zulu').innerText()).toContain(zulu);
  expect(await faults(page)).toEqual([]);
  await context.close();
});

test('what is said while our node is not reached waits in sight, outlives a reload, and is said once when it is back', async () => {
  const { cable, root } = await Cable.to(town.azure.root);
  const { context, page } = await seat(browser, root, sins);
  await signIn(page, root);
  cable.sever();
  await page.locator('.banner', { hasText: 'NO CONNECTION TO OUR OWN NODE' }).waitFor();
  await writes(page, 'Said into the dark.');
  await page.keyboard.press('Enter');
  await page.locator('.queue', { hasText: 'Said into the dark.' }).getByText('it is not known whether our own node took it').waitFor();
  await page.keyboard.press('Enter');
  expect(await page.locator('.sheet').getByLabel('Words', { exact: true }).inputValue(), 'the draft is kept').toBe('Said into the dark.');
  expect(await faults(page)).toEqual([]);
  cable.mend();
  // Which of the two that asked is heard first is the browser's affair: it is said, and waits no more.
  await page.locator('.entry', { hasText: 'Said into the dark.' }).waitFor();
  await page.locator('.queue .waits-here').waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('.desk .lamp').first().waitFor();
  await page.locator('.top h1').click();
  await page.keyboard.press('m');
  expect(await page.locator('.sheet').getByLabel('Words', { exact: true }).inputValue(), 'what was said is no draft any more').toBe('');
  const said = (await records('azure')).filter((each) => each.body?.['text'] === 'Said into the dark.');
  expect(said, 'the same words, sent twice').toHaveLength(1);
  await context.close();
  cable.close();
});

test("what is not at the other's machine yet is told as waiting, and goes from there when it is", async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  await town.birch.fall.kill();
  const { record } = await say('azure', message('Nobody is there.', 'BIRCH'));
  const waits = page.locator('.queue li', { hasText: record });
  try {
    await waits.getByText('Not stored by BIRCH yet').waitFor();
    expect(await faults(page)).toEqual([]);
  } finally {
    await risen('birch');
  }
  await waits.waitFor({ state: 'detached', ...FOUND });
  await page.locator('.entry', { hasText: record }).locator('.stage.stored').waitFor();
  await context.close();
}, 150_000);

test('a node that is killed and started again leaves no gap, wants no reload, and says nothing twice', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  await say('azure', message('Before it fell.', 'BIRCH'));
  await page.locator('.entry', { hasText: 'Before it fell.' }).waitFor();
  await town.azure.fall.kill();
  await page.locator('.banner', { hasText: 'NO CONNECTION TO OUR OWN NODE' }).waitFor();
  await writes(page, 'Said while it lay there.');
  await page.keyboard.press('Enter');
  await page.locator('.queue', { hasText: 'Said while it lay there.' }).waitFor();
  await say('birch', message('Heard only afterwards.', 'AZURE'));
  await risen('azure');
  await page.getByText('Your session is over.').waitFor();
  await page.locator('input[name=account]').fill('kim');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.entry', { hasText: 'Heard only afterwards.' }).waitFor(FOUND);
  await page.locator('.entry', { hasText: 'Said while it lay there.' }).waitFor();
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
  const shown = await page.locator('.entry').allInnerTexts();
  for (const text of ['Before it fell.', 'Said while it lay there.', 'Heard only afterwards.']) {
    expect(shown.filter((each) => each.includes(text)), text).toHaveLength(1);
  }
  expect((await records('azure')).filter((each) => each.body?.['text'] === 'Said while it lay there.')).toHaveLength(1);
  await context.close();
}, 150_000);

test('a page that sleeps for an hour comes back by itself, with what was said meanwhile', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await page.clock.install();
  await signIn(page, town.azure.root);
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  const { record } = await say('birch', message('Said while it slept.', 'AZURE'));
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await page.clock.fastForward('01:00:00');
  await page.locator('.entry', { hasText: record }).waitFor();
  await page.locator('.duty', { hasText: record }).waitFor();
  await page.locator('.banner', { hasText: 'NO CONNECTION' }).waitFor({ state: 'detached' });
  const { record: later } = await say('birch', message('Said when it was awake.', 'AZURE'));
  await page.locator('.entry', { hasText: later }).waitFor();
  expect(await page.locator('.entry', { hasText: record }).count()).toBe(1);
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
  await context.close();
});

test('a session that is over is said, and what was written is there after signing in', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  await writes(page, 'Half of a sentence');
  await context.clearCookies();
  await page.getByText('Your session is over. Sign in again: what you have written and not sent is still here.').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.locator('input[name=account]').fill('kim');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.sheet').waitFor();
  expect(await page.locator('.sheet').getByLabel('Words', { exact: true }).inputValue()).toBe('Half of a sentence');
  await context.close();
});

test('a node that does not answer is said to be slow before it counts as gone', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  town.azure.fall.freeze();
  try {
    await page.locator('.banner', { hasText: 'OUR OWN NODE IS SLOW' }).waitFor();
  } finally {
    town.azure.fall.thaw();
  }
  await page.locator('.banner', { hasText: 'SLOW' }).waitFor({ state: 'detached' });
  await page.locator('.banner', { hasText: 'NO CONNECTION' }).waitFor({ state: 'detached' });
  await context.close();
});

test('keys that are held down never acknowledge two records', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  const both = [await say('birch', message('The one.', 'AZURE')), await say('birch', message('The other.', 'AZURE'))];
  for (const { record } of both) {
    await page.locator('.duty', { hasText: record }).waitFor();
  }
  await page.locator('.top h1').click();
  const before = (await records('azure')).filter((each) => each.kind === 'answer' && each.by === 'AZURE').length;
  await page.keyboard.press('1');
  await page.locator('.sheet .answers').waitFor();
  for (let i = 0; i < 30; i++) {
    await page.keyboard.down('Enter');
    await page.keyboard.down('1');
  }
  await page.keyboard.up('Enter');
  await page.keyboard.up('1');
  await page.locator('.sheet').waitFor({ state: 'detached' });
  await until('it is answered', async () => (await records('azure')).filter((each) => each.kind === 'answer' && each.by === 'AZURE').length > before);
  expect((await records('azure')).filter((each) => each.kind === 'answer' && each.by === 'AZURE')).toHaveLength(before + 1);
  await context.close();
});

test('what is said while the line is read is not lost to what was read', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  const before = await say('birch', message('Said before.', 'AZURE'));
  await until('it is here', async () => (await records('azure')).some(({ record }) => record === before.record));
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  let asked: () => void = () => undefined;
  const read = new Promise<void>((resolve) => (asked = resolve));
  await page.route('**/records?limit=*', async (route) => {
    const answer = await route.fetch();
    asked();
    await held;
    await route.fulfill({ response: answer });
  });
  await signIn(page, town.azure.root);
  await read;
  const { record } = await say('birch', message('Said in between.', 'AZURE'));
  await page.locator('.duty', { hasText: record }).waitFor();
  go();
  await page.locator('.entry', { hasText: 'Said in between.' }).waitFor();
  await page.unroute('**/records?limit=*');
  await page.locator('.entry', { hasText: 'Said before.' }).waitFor();
  await page.locator('.entry', { hasText: 'Said in between.' }).waitFor();
  await context.close();
});

test('words that mean harm are shown and do none', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  await page.evaluate(() => Object.assign(window, { harmed: false }));
  const script = '<script>window.harmed = true</script><img src=x onerror="window.harmed = true"><a href="javascript:harmed=true">x</a>';
  const long = 'W'.repeat(7_900);
  await say('birch', message(script, 'AZURE'));
  await say('birch', message(`go \u202e HTRON \u202c now`, 'AZURE')).catch((why: unknown) => expect(String(why)).toContain('422'));
  await say('birch', message(long, 'AZURE'));
  await page.locator('.entry', { hasText: '<script>window.harmed = true</script>' }).waitFor();
  await page.locator('.entry', { hasText: long.slice(0, 100) }).waitFor();
  expect(await page.evaluate(() => (window as unknown as { harmed: boolean }).harmed)).toBe(false);
  expect(await page.locator('.entry script, .entry img, .entry a').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  const text = await page.locator('.channel').innerText();
  expect(text).not.toMatch(/[\u202a-\u202e]/);
  await context.close();
});

test('words of 64 KiB are refused with the limit, and nothing of them is lost', async () => {
  const { context, page } = await seat(browser, town.azure.root, sins);
  await signIn(page, town.azure.root);
  const long = 'Ж'.repeat(65_536);
  await writes(page, long);
  await page.keyboard.press('Enter');
  await page.locator('.sheet .failure', { hasText: '8000' }).waitFor();
  expect(await page.locator('.sheet').getByLabel('Words', { exact: true }).inputValue()).toHaveLength(65_536);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect((await records('azure')).filter((each) => each.by === 'AZURE' && each.kind === 'message' && String(each.body?.['text']).startsWith('ЖЖЖ'))).toEqual([]);
  await context.close();
});

test('no page asked anybody but its own node, and none failed', () => {
  expect(sins.elsewhere).toEqual([]);
  expect(sins.errors).toEqual([]);
});
