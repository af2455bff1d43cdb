import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faint, faults, launched, looks, seat, signIn, type Sins } from './browser';
import { Asking, begin, PASSWORD, until, type Town } from './nodes';

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

let stopped = '';

/** BIRCH answers a record. */
function answer(about: string, body: object): Promise<unknown> {
  return town.birch.officer.ask('POST', `lines/${town.line}/records`, { kind: 'answer', about, body });
}

/** Who may declare how the line stands. */
async function supervisor(at: 'azure' | 'birch'): Promise<Asking> {
  const { admin, root } = town[at];
  await admin.ask('POST', 'accounts', { account: 'sam', officer: 'S1', roles: ['supervisor'], languages: ['en'], password: PASSWORD });
  const asks = new Asking(root);
  await asks.signIn('sam', PASSWORD);
  return asks;
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
  const other = await say('azure', { kind: 'message', body: { text: 'In its sheet.', to: { party: 'BIRCH' } } });
  await page.locator('.duty', { hasText: other.record }).click();
  await azure.locator('.entry', { hasText: other.record }).locator('.stage.shown').waitFor();
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
  for (const language of ['ru', 'ar', 'en']) {
    for (const theme of ['light', 'night', 'dark']) {
      await looks(azure, language, theme);
      expect(await faults(azure), `${theme}, ${language}`).toEqual([]);
      expect(await faint(azure, ['.banner']), `${theme}, ${language}`).toEqual([]);
    }
  }
  for (const [key, says] of [['Take', 'taken'], ['Relay', 'relayed'], ['Cease', 'ceased']] as const) {
    await birch.locator('.duty', { hasText: key }).waitFor();
    expect(await sent.locator('.six .not-yet', { hasText: says }).count(), says).toBe(1);
    await town.birch.officer.ask('POST', `lines/${town.line}/records`, { kind: 'answer', about: record, body: { says, ...(says === 'relayed' ? { level: 3, coverage: '100' } : {}) } });
    for (const banner of [sent, received]) {
      await banner.locator('.six .come', { hasText: says === 'relayed' ? /relayed[\s\S]*Down to echelon 3\. Reached: \W*100 %/ : says }).waitFor();
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

test('who objects is told to have objected, and why, and not to have understood', async () => {
  const { record } = await say('azure', { kind: 'message', body: { text: 'We cross at noon.', to: { party: 'BIRCH' } } });
  await birch.locator('.entry', { hasText: record }).waitFor();
  await answer(record, { says: 'objected', reason: 'We were told of none.' });
  const entry = azure.locator('.entry', { hasText: record });
  await entry.locator('.stage.answered', { hasText: 'Reason: ' }).filter({ hasText: 'We were told of none.' }).waitFor();
  expect(await entry.innerText()).not.toContain('received and understood');
});

test('a STOP that nobody has taken sounds on where a session ends, until somebody signs in', async () => {
  const { record } = await say('azure', { kind: 'stop', precedence: 'FLASH', body: { what: 'our-people' } });
  const { context, page } = await seat(browser, town.birch.root, sins);
  await page.addInitScript(() => {
    const of = window as unknown as { tones: number };
    of.tones = 0;
    const create = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function (this: AudioContext) {
      of.tones++;
      return create.call(this);
    };
  });
  const tones = () => page.evaluate(() => (window as unknown as { tones: number }).tones);
  await signIn(page, town.birch.root);
  await page.locator('.alarm', { hasText: record }).waitFor();
  await page.keyboard.press('s');
  await page.locator('.sound.silenced').waitFor();
  await context.clearCookies();
  const told = page.locator('.door .banner.stop', { hasText: 'A STOP sounded here that nobody had taken when the session ended.' });
  await told.waitFor();
  const before = await tones();
  await page.waitForFunction((n) => (window as unknown as { tones: number }).tones > n + 2, before);
  expect(await faults(page)).toEqual([]);
  await signIn(page, town.birch.root);
  await page.locator('.desk .alarm', { hasText: record }).waitFor();
  await context.close();
  stopped = record;
});

test('a STOP that the other side is unable to stop does not read as taken, and what is heard of it is no answer of its own', async () => {
  const sent = azure.locator('.banner.stop', { hasText: stopped });
  await answer(stopped, { says: 'unable', reason: 'No radio to the unit.' });
  await sent.getByText(/BIRCH\W* SAYS: \W*Unable\W*\. This is not stopping\./).waitFor();
  await sent.getByText('No radio to the unit.').waitFor();
  expect(await sent.innerText()).not.toContain('Taking is not stopping');
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  await say('azure', { kind: 'heard', about: stopped, body: { from: 'BIRCH', bearer: 'telephone', at, readBack: false, kind: 'answer', about: stopped, says: { says: 'ceased', act: 'voice' } } });
  for (const place of [sent, birch.locator('.banner.stop', { hasText: stopped })]) {
    await place.locator('.heard-answer', { hasText: /Ceased[\s\S]*HEARD by telephone[\s\S]*Not signed by \W*BIRCH/ }).waitFor();
    expect(await place.locator('.six .not-yet', { hasText: 'ceased' }).count(), 'BIRCH has not said so').toBe(1);
  }
  for (const language of ['ru', 'ar', 'en']) {
    for (const theme of ['light', 'night', 'dark']) {
      await looks(azure, language, theme);
      expect(await faults(azure), `${theme}, ${language}`).toEqual([]);
      expect(await faint(azure, ['.banner']), `${theme}, ${language}`).toEqual([]);
    }
  }
  await say('azure', { kind: 'status', about: stopped, body: { status: 'lifted', at } });
  await azure.locator('.banner.warn', { hasText: stopped }).waitFor();
});

test('who suspends the line is told to have suspended it, at both desks, and what else is declared is told in words', async () => {
  const from = `${new Date().toISOString().slice(0, 19)}Z`;
  const [first, second] = await Promise.all([supervisor('azure'), supervisor('birch')]);
  const declares = (who: Asking, body: object) => who.ask('POST', `lines/${town.line}/records`, { kind: 'line-state', body: { from, ...body } });
  await declares(first, { state: 'suspended', scope: ['routine'], reason: 'By decision.' });
  for (const page of [azure, birch]) {
    await page.locator('.banner', { hasText: /SUSPENDED by \W*AZURE/ }).filter({ hasText: 'By decision.' }).waitFor();
    expect(await page.locator('.banner', { hasText: /SUSPENDED by \W*BIRCH/ }).count()).toBe(0);
  }
  await declares(first, { state: 'open' });
  await declares(second, { state: 'voice-only' });
  for (const page of [azure, birch]) {
    await page.locator('.banner', { hasText: /BIRCH\W* declares the line \W*voice only\W*\. Safety traffic still passes\./ }).waitFor();
    await page.locator('.banner', { hasText: 'SUSPENDED' }).waitFor({ state: 'detached' });
  }
  await declares(second, { state: 'open' });
  await azure.locator('.banner', { hasText: 'voice only' }).waitFor({ state: 'detached' });
});

/** The fields of a read-back, typed one after the other. */
async function reads(page: Page, texts: readonly string[]): Promise<void> {
  const inputs = page.locator('.read-back input');
  expect(await inputs.count()).toBe(texts.length);
  for (const [i, text] of texts.entries()) {
    expect(await inputs.nth(i).inputValue(), 'begins empty').toBe('');
    await inputs.nth(i).pressSequentially(text);
  }
}

test('a message of a template is read back by its fields: FLASH at once, by keyboard, and what is pasted is not taken', async () => {
  const body = { template: 'SF-3', to: { party: 'AZURE' }, fields: { place: '35.02N 40.58E', course: 90, speed: { value: 40, unit: 'km/h' } } };
  const { record } = await say('birch', { kind: 'message', precedence: 'FLASH', body });
  await azure.locator('.duty', { hasText: record }).waitFor();
  await azure.locator('.top h1').click();
  await azure.keyboard.press('1');
  await azure.locator('.sheet .read-back').waitFor();
  const place = azure.locator('.read-back input').first();
  await azure.keyboard.insertText('35.02N 40.58E');
  await place.evaluate((of) => {
    const data = new DataTransfer();
    data.setData('text/plain', '35.02N 40.58E');
    of.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await azure.evaluate(() => navigator.clipboard?.writeText('x').catch(() => undefined));
  await azure.locator('.read-back input').first().fill('');
  await reads(azure, ['35.20N 40.58E']);
  await azure.keyboard.press('Enter');
  const differs = azure.locator('.read-back .failure', { hasText: 'NOT THE SAME' });
  await differs.waitFor();
  expect(await differs.innerText()).toMatch(/Place[\s\S]*35\.02000[\s\S]*35\.20000[\s\S]*20(\.0)? km/);
  expect(await faults(azure)).toEqual([]);
  await birch.locator('.entry', { hasText: record }).locator('.failure', { hasText: 'Only the author corrects' }).waitFor();
  await place.fill('');
  await place.pressSequentially('35 01.2N 40 34.8E');
  await azure.keyboard.press('Enter');
  await azure.locator('.read-back .note', { hasText: 'Read back as it was said.' }).waitFor();
  await azure.keyboard.press('Escape');
});

test('in Arabic a place inside the words of a message is read from the left, latitude first', async () => {
  await looks(azure, 'ar', 'dark');
  const text = azure.locator('.entry', { hasText: 'SF-3' }).last().locator('.text[lang=ar]');
  const lefts = await text.evaluate((of) => {
    const found: Record<string, number> = {};
    const walker = document.createTreeWalker(of, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const each of ['35.0200', 'N', '40.5800', 'E']) {
        const at = (node.textContent ?? '').indexOf(each);
        if (at >= 0 && !node.parentElement?.closest('small')) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + each.length);
          const box = range.getBoundingClientRect();
          found[each] = Math.round(box.top / 10) * 10_000 + box.left;
        }
      }
    }
    return ['35.0200', 'N', '40.5800', 'E'].map((each) => found[each]);
  });
  expect(lefts.every((each) => each !== undefined), String(lefts)).toBe(true);
  expect(lefts).toEqual([...lefts].sort((one, other) => (one ?? 0) - (other ?? 0)));
  await looks(azure, 'en', 'dark');
});

test('an activity of several spaces is read back as a whole, and a difference names its space', async () => {
  const when = { from: '2037-11-20T07:00:00Z', until: '2037-11-20T08:00:00Z' };
  const volumes = [
    { geometry: { type: 'Point', coordinates: [40.58, 35.02] }, radius: 3000, lower: '500 m AMSL', upper: '900 m AMSL', ...when },
    { geometry: { type: 'LineString', coordinates: [[40.1, 35.1], [40.2, 35.2]] }, halfWidth: 500, lower: '100 m AMSL', upper: '800 m AMSL', ...when },
  ];
  const { record } = await say('birch', { kind: 'activity', body: { activity: 'air', name: 'B-50', volumes } });
  await azure.locator('.duty', { hasText: record }).click();
  await azure.locator('.sheet button', { hasText: 'Read back' }).click();
  const first = ['35.02N,40.58E', '3000 m', '500 m AMSL', '900 m AMSL', when.from, when.until];
  await reads(azure, [...first, '35.1N,40.1E', '35.2N,40.2E', '500 m', '100 m AMSL', '900 m AMSL', when.from, when.until]);
  await azure.keyboard.press('Enter');
  const differs = azure.locator('.read-back .failure li');
  await differs.waitFor();
  expect((await differs.innerText()).replace(/[\u2066-\u2069]/g, '')).toMatch(/Space 2 · To height: said 800 m AMSL, read back 900 m AMSL/);
  await azure.keyboard.press('Escape');
});

test('what is read out over the telephone stands in two languages with blanks, on paper too, and what is heard is entered as heard', async () => {
  await say('birch', { kind: 'message', body: { template: 'LC-4', to: { party: 'AZURE' }, fields: { bearer: 'telephone', address: '+963 11 555 0100', fromTime: '2037-11-20T07:00:00Z' } } });
  const { record } = await say('azure', { kind: 'activity', body: { activity: 'air', name: 'A-50', volumes: [{ geometry: { type: 'Point', coordinates: [40.58, 36.02] }, radius: 3000, lower: '500 m AMSL', upper: '900 m AMSL', from: '2037-11-20T07:00:00Z', until: '2037-11-20T08:00:00Z' }] } });
  await azure.locator('.entry', { hasText: '+963 11 555 0100' }).waitFor();
  await azure.locator('.entry', { hasText: 'A-50' }).locator('.link').click();
  await azure.locator('.top h1').click();
  await azure.keyboard.press('v');
  const sheet = azure.locator('.sheet');
  await sheet.locator('.numbers', { hasText: 'BIRCH: +963 11 555 0100' }).waitFor();
  const rows = (await sheet.locator('.paper tbody tr').allInnerTexts()).join('\n');
  expect(rows).toMatch(/Place\s+Место\s+36\.02000/);
  expect(rows).toMatch(/Radius\s+Радиус\s+3000 m/);
  expect(rows).toContain('Read back as said: yes / no');
  expect(await sheet.locator('h2').innerText()).toMatch(/0:0\d/);
  expect(await faults(azure)).toEqual([]);
  await azure.emulateMedia({ media: 'print' });
  expect(await azure.locator('.paper').isVisible()).toBe(true);
  for (const other of ['.top', '.channel', '.timeline', '.sheet form', '.sheet > header']) {
    expect(await azure.locator(other).first().isVisible(), `${other} on paper`).toBe(false);
  }
  expect((await azure.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(5_000);
  await azure.emulateMedia({ media: 'screen' });
  await azure.locator('.sheet').getByLabel('What', { exact: true }).selectOption('read');
  await azure.locator('.sheet').getByLabel('It was read back to them').check();
  await sheet.locator('.effect', { hasText: /HEARD by telephone [\d:]+Z from BIRCH, noted by AZURE, read back\. Not signed by BIRCH\./ }).waitFor();
  await sheet.locator('button', { hasText: 'Enter as heard' }).focus();
  await azure.keyboard.press('Enter');
  await sheet.locator('.note', { hasText: 'Entered as AZURE-' }).waitFor();
  await azure.locator('.sheet').getByLabel('What', { exact: true }).selectOption('message');
  await azure.locator('.sheet').getByLabel('Words', { exact: true }).fill('We land at once.');
  await azure.keyboard.press('Enter');
  for (const page of [azure, birch]) {
    await page.locator('.entry', { hasText: 'We land at once.' }).getByText('Not signed by BIRCH').waitFor();
  }
  await azure.keyboard.press('Escape');
  expect((await azure.locator('.entry', { hasText: record }).innerText()), 'not the answer of BIRCH itself').not.toContain('BIRCH duty: received');
  await azure.locator('.entry', { hasText: record }).locator('.heard-answer', { hasText: /Understood[\s\S]*HEARD by telephone[\s\S]*read back\. Not signed by \W*BIRCH/ }).waitFor();
});

test('the record of a call is proposed to the other side, which initials it or does not', async () => {
  await azure.locator('.top h1').click();
  await azure.keyboard.press('v');
  await azure.locator('.sheet details summary').click();
  const minutes = azure.locator('.sheet details form');
  await minutes.getByLabel('What was said', { exact: true }).fill('B-02 goes above 4 200 m.');
  await minutes.getByLabel('What is to be done').fill('BIRCH amends B-02; AZURE tells its crews');
  expect(await faults(azure)).toEqual([]);
  await minutes.locator('button[type=submit]').focus();
  await azure.keyboard.press('Enter');
  const told = await minutes.locator('.note', { hasText: 'Entered as AZURE-' }).innerText();
  const record = /AZURE-\d+/.exec(told)?.[0] ?? '';
  await azure.keyboard.press('Escape');
  await birch.locator('.duty', { hasText: record }).filter({ hasText: 'Decide' }).click();
  await birch.locator('.sheet', { hasText: 'AZURE tells its crews' }).waitFor();
  await birch.locator('.sheet button', { hasText: /^Accept/ }).click();
  await until('it is agreed', async () => {
    const { items } = await town.azure.officer.ask<{ items: { id: string; properties: { concluded?: string } }[] }>('GET', `lines/${town.line}/subjects?kind=call-record`);
    return items.some((each) => each.id === record && each.properties.concluded !== undefined);
  });
});

test('an author corrects a field of what was said; the record stays, and both see the correction beside it', async () => {
  const { record } = await say('azure', { kind: 'message', body: { text: 'Bridge at kilometre 14 is blocked.', to: { party: 'BIRCH' } } });
  await azure.locator('.entry', { hasText: record }).locator('.link').click();
  await azure.locator('.selected button', { hasText: 'Correct a field' }).click();
  await field(azure, 'Field').selectOption('text');
  await field(azure, 'Right value').fill('Bridge at kilometre 41 is blocked.');
  await azure.locator('.sheet .effect', { hasText: 'The record stays as it was said' }).waitFor();
  expect(await faults(azure)).toEqual([]);
  await azure.locator('.sheet button.main').focus();
  await azure.keyboard.press('Enter');
  for (const page of [azure, birch]) {
    await page.locator('.entry', { hasText: record }).locator('.warn-text', { hasText: 'Bridge at kilometre 41 is blocked.' }).waitFor();
    expect(await page.locator('.entry', { hasText: record }).locator('.free').innerText()).toContain('kilometre 14');
  }
  await azure.keyboard.press('Escape');
});

test('free words stand as not translated until somebody releases a translation, which stands beside them', async () => {
  const { record } = await say('azure', { kind: 'message', lang: 'en', body: { text: 'The ferry does not run today.', to: { party: 'BIRCH' } } });
  await looks(birch, 'ru', 'dark');
  const entry = birch.locator('.entry', { hasText: record });
  await entry.locator('.warn-text', { hasText: 'Перевода никто не выпустил' }).waitFor();
  expect(await azure.locator('.entry', { hasText: record }).locator('.warn-text', { hasText: 'translation' }).count(), 'in its own language').toBe(0);
  await entry.locator('.link').click();
  await birch.locator('.selected button', { hasText: 'Выпустить перевод' }).click();
  await birch.locator('#ask-language').selectOption('ru');
  await birch.locator('#ask-words').fill('Паром сегодня не ходит.');
  expect(await faults(birch)).toEqual([]);
  await birch.locator('.sheet button.main').focus();
  await birch.keyboard.press('Enter');
  await entry.getByText('Паром сегодня не ходит.').waitFor();
  expect(await entry.locator('.free').innerText()).toBe('The ferry does not run today.');
  expect(await entry.locator('.warn-text', { hasText: 'Перевода' }).count()).toBe(0);
  await looks(birch, 'en', 'dark');
  await birch.keyboard.press('Escape');
});

/** The fields of the sheet that lies open, by the words over them. */
function field(page: Page, label: string) {
  return page.locator('.sheet').getByLabel(label, { exact: true });
}

test('a query and a hold request go out from what is in hand, by keyboard, with who will see them and what they do', async () => {
  const { record } = await say('birch', { kind: 'activity', body: { activity: 'air', name: 'B-60', volumes: [{ geometry: { type: 'Point', coordinates: [42.5, 36.5] }, radius: 3000, lower: '500 m AMSL', upper: '900 m AMSL', from: '2037-11-20T07:00:00Z', until: '2037-11-20T08:00:00Z' }] } });
  await azure.locator('.entry', { hasText: 'B-60' }).locator('.link').click();
  for (const [kind, words, effect, button] of [
    ['query', { Question: 'Which part of it, and when?' }, 'is marked as queried', 'Send the query'],
    ['hold', { Until: '2037-11-20T07:30:00Z' }, 'It orders nothing.', 'Send the hold request'],
  ] as const) {
    await azure.locator('.top h1').click();
    await azure.keyboard.press('q');
    await field(azure, 'What').selectOption(kind);
    expect(await azure.locator('.sheet button.main').isDisabled(), 'nothing is written').toBe(true);
    for (const [label, text] of Object.entries(words)) {
      await field(azure, label).fill(text);
    }
    await azure.locator('.sheet .effect', { hasText: effect }).waitFor();
    await azure.locator('.sheet .preview', { hasText: 'Will be seen by BIRCH.' }).waitFor();
    expect(await faults(azure)).toEqual([]);
    expect(await azure.locator('.sheet button.main').innerText()).toContain(button);
    await azure.keyboard.press('Enter');
    await azure.locator('.sheet').waitFor({ state: 'detached' });
    await birch.locator('.entry', { hasText: kind === 'hold' ? 'hold request' : 'query' }).waitFor();
    await birch.locator('.duty', { hasText: 'Answer' }).first().waitFor();
  }
  const subject = await town.azure.officer.ask<{ properties: { marks?: string[] } }>('GET', `lines/${town.line}/subjects/${record}`);
  expect(subject.properties.marks).toContain('precision-queried');
});

test('whose a force is is asked by keyboard, and "not ours" says neither who they are nor that they may be attacked', async () => {
  await azure.locator('.top h1').click();
  await azure.keyboard.press('Escape');
  await azure.keyboard.press('q');
  await field(azure, 'What').selectOption('force-claim');
  await field(azure, 'Place').fill('35.30N 40.20E');
  await field(azure, 'At').fill('2026-11-29T12:40:00Z');
  await field(azure, 'Description (may be left out)').fill('20 vehicles');
  await azure.locator('.sheet .preview .understood', { hasText: '35.30N 40.20E' }).waitFor();
  await azure.keyboard.press('Enter');
  await azure.locator('.sheet').waitFor({ state: 'detached' });
  const duty = birch.locator('.duty', { hasText: 'Ours or not' });
  await duty.waitFor();
  await birch.locator('.top h1').click();
  await duty.click();
  await birch.locator('.sheet button', { hasText: 'Not ours' }).first().focus();
  await birch.keyboard.press('Enter');
  await azure.locator('.entry', { hasText: 'is it yours?' }).getByText('BIRCH says: not ours. It does not say who they are, nor that they may be attacked.').waitFor();
});

test('a nil return is declared by keyboard, and the other side then reads through which record, how old, and that it is no clearance', async () => {
  await birch.locator('.top h1').click();
  await birch.keyboard.press('Escape');
  await birch.keyboard.press('q');
  await field(birch, 'What').selectOption('completeness');
  await field(birch, 'Places').fill('33.0N,44.0E; 33.5N,44.0E; 33.5N,44.5E; 33.0N,44.5E');
  await field(birch, 'From').fill('2037-11-20T06:00:00Z');
  await field(birch, 'Until').fill('2037-11-20T12:00:00Z');
  await field(birch, 'Nil return').selectOption('nil');
  await birch.locator('.sheet .preview', { hasText: 'Will be seen by AZURE.' }).waitFor();
  await birch.locator('.sheet .effect', { hasText: 'It is not a clearance.' }).waitFor();
  await field(birch, 'Until').focus();
  await birch.keyboard.press('Enter');
  await birch.locator('.sheet').waitFor({ state: 'detached' });
  await azure.locator('.entry', { hasText: 'completeness' }).waitFor();
  await azure.locator('.top h1').click();
  await azure.keyboard.press('n');
  for (const [label, text] of [['Name', 'A-61'], ['Places', '33.25N,44.25E'], ['Radius', '3 km'], ['From height', '500 m AMSL'], ['To height', '900 m AMSL'], ['From', '2037-11-20T07:00:00Z'], ['Until', '2037-11-20T08:00:00Z']] as const) {
    await field(azure, label).fill(text);
  }
  await azure.locator('.sheet .known', { hasText: /No conflict found among what has been notified\. BIRCH through BIRCH-\d+.*declared this area complete until 12:00Z\. This is not a clearance\./ }).waitFor();
  await azure.keyboard.press('Escape');
});

test('no page asked anybody but its own node, and none failed', () => {
  expect(sins.elsewhere).toEqual([]);
  expect(sins.errors).toEqual([]);
});
