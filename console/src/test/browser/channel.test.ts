import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launched, seat, signIn, type Sins } from './browser';
import { begin, type Town } from './nodes';

/** What is said between two desks, how far it has come, and what is read back. The tests go on from each other. */

const sins: Sins = { elsewhere: [], errors: [] };
let browser: Browser;
let town: Town;
let azure: Page;
let birch: Page;

beforeAll(async () => {
  browser = await launched();
  town = await begin();
  azure = (await seat(browser, town.azure.root, sins)).page;
  birch = (await seat(browser, town.birch.root, sins)).page;
  await signIn(azure, town.azure.root);
  await signIn(birch, town.birch.root);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await town?.close();
});

function say(desk: 'azure' | 'birch', record: unknown): Promise<{ record: string }> {
  return town[desk].officer.ask('POST', `lines/${town.line}/records`, record);
}

/** How often the machine of a party said that it has shown a record. */
async function presented(desk: 'azure' | 'birch', about: string): Promise<number> {
  const { items } = await town[desk].officer.ask<{ items: { kind: string; by: string; about?: string }[] }>('GET', `lines/${town.line}/records?limit=1000`);
  return items.filter((each) => each.kind === 'presented' && each.by === town[desk].party && each.about === about).length;
}

test('what stood on the screen of a person is told to its author as shown, which is no answer', async () => {
  const { record } = await say('azure', { kind: 'message', body: { text: 'Convoy late by an hour.', to: { party: 'BIRCH' } } });
  const entry = azure.locator('.entry', { hasText: record });
  await birch.locator('.entry', { hasText: record }).waitFor();
  await birch.keyboard.press('Shift');
  await entry.locator('.stage', { hasText: /Shown [\d:]+Z\. Nobody has answered\./ }).waitFor();
  expect(await entry.innerText()).not.toContain('received and understood');
  expect(await presented('birch', record)).toBe(1);
});

test('it is said once, however often it is shown again, and never of own words', async () => {
  const { record } = await say('azure', { kind: 'message', body: { text: 'Convoy on time after all.', to: { party: 'BIRCH' } } });
  await azure.locator('.entry', { hasText: record }).locator('.stage.shown').waitFor();
  await birch.reload();
  await birch.locator('.entry', { hasText: record }).waitFor();
  const again = birch.waitForResponse((answer) => answer.url().endsWith(`/records/${record}/presented`));
  await birch.keyboard.press('Shift');
  expect((await again).status()).toBe(204);
  expect(await presented('birch', record)).toBe(1);
  expect(await presented('azure', record)).toBe(0);
});

test('what lies above what the channel shows is not said to be shown until somebody goes there', async () => {
  const { record } = await say('azure', { kind: 'message', body: { text: 'The first of many.', to: { party: 'BIRCH' } } });
  await azure.locator('.entry', { hasText: record }).locator('.stage.shown').waitFor();
  await birch.locator('.entries').evaluate((of) => {
    of.scrollTop = 0;
  });
  const { context, page } = await seat(browser, town.birch.root, sins);
  await page.setViewportSize({ width: 1050, height: 768 }); // no room for the channel
  await signIn(page, town.birch.root);
  await birch.close();
  const unseen = await say('azure', { kind: 'message', body: { text: 'On no screen.', to: { party: 'BIRCH' } } });
  const duty = page.locator('.duty', { hasText: unseen.record });
  await duty.waitFor();
  await azure.locator('.entry', { hasText: unseen.record }).locator('.stage.stored').waitFor();
  await page.keyboard.press('Shift');
  await page.waitForFunction(() => performance.now() > 0 && new Promise((resolve) => setTimeout(() => resolve(true), 2_500)));
  expect(await presented('birch', unseen.record), 'a duty by its name is not what was said').toBe(0);
  await duty.click();
  await azure.locator('.entry', { hasText: unseen.record }).locator('.stage.shown').waitFor();
  await context.close();
  birch = (await seat(browser, town.birch.root, sins)).page;
  await signIn(birch, town.birch.root);
});

test('a STOP is told apart at both desks: stored, shown, taken, relayed, ceased, lifted', async () => {
  const { record } = await say('azure', { kind: 'stop', precedence: 'FLASH', body: { what: 'our-people' } });
  const sent = azure.locator('.banner.stop', { hasText: record });
  const received = birch.locator('.banner.stop', { hasText: record });
  await received.waitFor();
  await birch.keyboard.press('Shift');
  await sent.getByText('NOBODY HAS TAKEN IT').waitFor();
  await sent.locator('.six .come', { hasText: /^shown/ }).waitFor();
  await sent.getByText(/Shown [\d:]+Z\. Nobody has answered\./).waitFor();
  for (const [key, says] of [['Take', 'taken'], ['Relay', 'relayed'], ['Cease', 'ceased']] as const) {
    await birch.locator('.duty', { hasText: key }).waitFor();
    expect(await sent.locator('.six .not-yet', { hasText: says }).count(), says).toBe(1);
    await town.birch.officer.ask('POST', `lines/${town.line}/records`, { kind: 'answer', about: record, body: { says, ...(says === 'relayed' ? { level: 3, coverage: '100' } : {}) } });
    for (const banner of [sent, received]) {
      await banner.locator('.six .come', { hasText: says }).waitFor();
    }
  }
  await sent.getByText('BIRCH SAYS it has ceased. Is it still happening?').waitFor();
  await sent.locator('button', { hasText: 'Still' }).click();
  for (const banner of [sent, received]) {
    await banner.locator('.six .not-yet', { hasText: 'ceased' }).waitFor();
  }
  await birch.locator('.top h1').click();
  await birch.locator('.duty', { hasText: 'Cease' }).click();
  await birch.locator('.sheet button', { hasText: 'Ceased' }).click();
  await sent.locator('button', { hasText: 'Ceased' }).click();
  for (const page of [azure, birch]) {
    const over = page.locator('.banner.warn', { hasText: record });
    await over.locator('.six .come', { hasText: 'lifted' }).waitFor();
    await over.getByText('Lifted by AZURE.').waitFor();
  }
});

test('no page asked anybody but its own node, and none failed', () => {
  expect(sins.elsewhere).toEqual([]);
  expect(sins.errors).toEqual([]);
});
