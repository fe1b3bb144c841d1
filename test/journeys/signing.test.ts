import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../src/plain/time.ts';
import { agreeOn } from '../agreed.ts';
import { FOURTH_TEXT } from '../agreement.ts';
import { launchChromium } from '../chromium.ts';
import { axe } from './axe.ts';
import { closeHouse, startHouse, visit, type House } from './house.ts';
import { openEyes } from './look.ts';
import { openPair } from './partnership.ts';
import { giveDevice, signIn } from './people.ts';

/** What an island may weigh. */
const MOST_BYTES = 5 * 1024;

let house: House;
let browser: Browser;
let path: string;
let along: string;

beforeAll(async () => {
  const folder = await openPair(async (world) => {
    path = `/vereinbarungen/${await agreeOn(world, FOURTH_TEXT)}`;
    along = `/kooperationen/${world.cooperation}/mitnehmen`;
  });
  browser = await launchChromium();
  house = await startHouse(folder);
});
afterAll(async () => {
  await browser?.close();
  await closeHouse(house);
});

test('one signs with a device, the other on paper without JavaScript, and anybody can check it', async () => {
  const eyes = await openEyes(browser);
  const nur = await visit(browser, house, { lang: 'de', script: true, phone: true });
  await giveDevice(nur.page);
  await signIn(nur, 'Distel Amsel');
  await nur.go('/konto/passkeys');
  await nur.page.getByRole('textbox', { name: /Name des Passkeys/ }).fill('Testtelefon');
  await nur.page.getByRole('button', { name: 'Passkey auf diesem Gerät anlegen' }).click();
  await nur.page.getByText('Der Passkey ist angelegt').waitFor();
  await nur.go(`${path}/unterschreiben`);
  await eyes.look(nur, 'signing');
  await nur.page.getByRole('button', { name: 'Mit Passkey unterschreiben' }).click();
  await nur.page.getByText('Unterschrieben. Die Vereinbarung gilt').waitFor();
  const island = nur.scripts.find((each) => each.includes('/sign-version-')) ?? '';
  expect(gzipSync(await (await nur.page.request.get(island)).body()).length).toBeLessThan(MOST_BYTES);
  expect([nur.foreign, nur.complaints]).toEqual([[], []]);

  const bea = await visit(browser, house, { lang: 'de' });
  await signIn(bea, 'Birke Fuchs');
  await bea.go(`${path}/unterschreiben`);
  expect(await bea.page.locator('sign-version').count()).toBe(0);
  await bea.page.locator('[name="day"]').fill(dayOf(new Date()));
  await bea.page.getByRole('button', { name: 'Als unterschrieben eintragen' }).click();
  await bea.page.getByText('Jetzt haben alle Partner unterschrieben').waitFor();
  await eyes.look(bea, 'signed', `${path}/unterschreiben`);
  await bea.go(`${path}/archiv`);
  expect(await axe(browser, bea.page)).toEqual([]);
  await eyes.look(bea, 'archive', `${path}/archiv`);
  await eyes.look(bea, 'import', '/vereinbarungen/einlesen');
  await bea.page.goto(`${house.origin}${along.replace('/mitnehmen', '')}`);
  await bea.page.getByRole('link', { name: 'Alles mitnehmen' }).click();
  expect(await axe(browser, bea.page)).toEqual([]);
  await eyes.look(bea, 'along', along);

  const archive = await (await bea.page.request.get(`${house.origin}${path}/archiv/vereinbarung.json`)).body();
  const file = join(house.folder, 'vereinbarung.json');
  writeFileSync(file, archive);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, '..', '..', 'scripts', 'run.ts'), 'verify', file],
    { env: { ...process.env, LC_ALL: 'de_DE.UTF-8', GEFLECHT_DATA: '/nowhere' } },
  );
  expect(stdout).toContain('gilt: Alle Partner haben sie unterschrieben.');
  expect(stdout).toContain(`mit Passkey für ${house.origin}, nachgerechnet`);

  await bea.go('/vereinbarungen/einlesen');
  await bea.page.locator('[name="file"]').setInputFiles(file);
  await bea.page.getByRole('button', { name: 'Einlesen und nachprüfen' }).click();
  await bea.page.getByText('Eingelesen und nachgeprüft').waitFor();
  await eyes.look(bea, 'kept');

  const whole = join(house.folder, 'kooperation.json');
  writeFileSync(whole, await (await bea.page.request.get(`${house.origin}${along}/kooperation.json`)).body());
  await bea.go('/vereinbarungen/einlesen');
  await bea.page.locator('[name="file"]').setInputFiles(whole);
  await bea.page.getByRole('button', { name: 'Einlesen und nachprüfen' }).click();
  await bea.page.getByText('Eingelesen und nachgeprüft').waitFor();
  await bea.page.getByText('Vorschläge', { exact: true }).click();
  await bea.page.getByText('Besser so.').first().waitFor();
  expect(await axe(browser, bea.page)).toEqual([]);
  await eyes.look(bea, 'kept-cooperation');
  await eyes.close();
  for (const { context } of [nur, bea]) await context.close();
});
