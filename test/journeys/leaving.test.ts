import { request as post } from 'node:http';
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvText, inventRows, ROW_HEADERS } from '../../src/engines/rhoenau/index.ts';
import { launchChromium } from '../chromium.ts';
import { beginEmpty, bringIn, compare } from './bring-in.ts';
import { clubs } from './files.ts';
import { startHouse, visit, type House, type Visitor } from './house.ts';

const ROWS = 6_000;

let house: House;
let browser: Browser;
let operator: Visitor;

beforeAll(async () => {
  browser = await launchChromium();
  house = await startHouse();
  operator = await beginEmpty(browser, house);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
  if (house !== undefined) rmSync(house.folder, { recursive: true, force: true });
});

/** Ends the house in order and starts it again on the same data. Whoever was in, still is. */
async function again(): Promise<void> {
  expect([await house.stop(), house.said()]).toEqual([0, expect.not.stringContaining('"level":"error"')]);
  house = await startHouse(house.folder);
  expect(house.entrance).toBe(null);
  await operator.page.goto(`${house.origin}/`);
}

test('a file that is arriving when the house is asked to end still arrives', async () => {
  const cookies = await operator.context.cookies();
  const seam = 'naht';
  const { name, buffer } = clubs();
  const words = {
    title: 'Vereine in Kassel',
    publisher: 'Stadt',
    purpose: 'Wer was anbietet',
    licence: 'ccBy',
    role: 'Stelle',
    rhythm: 'yearly',
    takedownContact: 'a@stadt.example',
  };
  const head = Object.entries(words)
    .map(([field, text]) => `--${seam}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${text}\r\n`)
    .join('');
  const body = Buffer.concat([
    Buffer.from(
      `${head}--${seam}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    buffer,
    Buffer.from(`\r\n--${seam}--\r\n`),
  ]);
  const half = body.length - buffer.length;
  const location = await new Promise<string>((resolve, reject) => {
    const sending = post(`${house.origin}/listen`, {
      method: 'POST',
      headers: {
        cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '),
        origin: house.origin,
        'content-type': `multipart/form-data; boundary=${seam}`,
        'content-length': body.length,
      },
    });
    sending.on('error', reject);
    sending.on('response', (answer) => {
      answer.resume();
      if (answer.statusCode === 303) resolve(answer.headers.location ?? '');
      else reject(new Error(`the upload was answered with ${answer.statusCode}`));
    });
    sending.write(body.subarray(0, half), () => {
      house.leave();
      void refused().then(() => sending.end(body.subarray(half)), reject);
    });
  });
  expect(location).toMatch(/^\/importe\/.+\/spalten$/);
  await again();
  await operator.page.goto(`${house.origin}${location}`);
  expect(await operator.page.locator('main').innerText()).toContain('Frauenverein Brücke e. V.');
});

/** Waits until nobody new is let in: then the house has heard the signal. */
async function refused(): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(`${house.origin}/`).then(
          ({ status }) => status,
          () => 'refused',
        ),
      { timeout: 10_000, interval: 20 },
    )
    .toBe('refused');
}

test('a list that is being taken over when the house ends is taken over after the next start, once and wholly', async () => {
  const { page } = operator;
  const sent = {
    name: 'gross.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csvText(ROW_HEADERS, [...inventRows(3, ROWS)], ';')),
  };
  await bringIn(page, sent, 'Große Liste');
  await compare(page);
  await Promise.all([page.waitForURL(/\/uebernahme$/), page.locator('form[action$="/uebernahme"] button').click()]);
  const path = new URL(page.url()).pathname.replace(/\/uebernahme$/, '');
  const done = async () => {
    const answer: { done?: number } = await (await page.request.get(`${house.origin}${path}/stand.json`)).json();
    return answer.done ?? 0;
  };
  // The page would go on refreshing itself while nobody answers.
  await page.goto('about:blank');
  await expect.poll(done, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
  expect(await house.stop()).toBe(0);
  expect(house.said()).toContain('job put down');
  house = await startHouse(house.folder);
  await page.goto(`${house.origin}${path}/uebernahme`);
  await page.getByRole('heading', { name: 'Die Liste ist übernommen' }).waitFor({ timeout: 90_000 });
  expect(await page.locator('main').innerText()).toContain(`${ROWS.toLocaleString('de')} Einträge sind neu`);
  const stranger = await visit(browser, house, { lang: 'de' });
  await stranger.go('/');
  expect(await stranger.page.locator('main').innerText()).toMatch(/6\.000\s+Organisationen/);
  await stranger.context.close();
});
