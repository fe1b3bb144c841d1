import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { readConfig } from '../../src/app/config.ts';
import { openHome, type Home } from '../../src/app/home.ts';
import { REGISTER } from '../../src/app/register.ts';
import { say } from '../../src/areas/claims/index.ts';
import { hashPassphrase } from '../../src/areas/people/passphrase.ts';
import { system } from '../../src/plain/actor.ts';
import { idFor } from '../../src/plain/ids.ts';
import { insertInstallation } from '../../src/platform/installation/index.ts';
import { hashOf, insertSession } from '../../src/platform/http/index.ts';
import { tryPartners } from '../partners.ts';
import { tryPeople } from '../people.ts';
import { TOLD_AT, toldClaims, toldSource, type Told } from '../told.ts';
import { visit, type House, type Visiting, type Visitor } from './house.ts';
import { PASSPHRASE } from './people.ts';

export const WERK = idFor('journey-werk');
export const NUJIN = idFor('journey-nujin');
export const RAD = idFor('journey-rad');

export const MAILBOX = {
  [WERK]: 'projekte@fuldatal.example',
  [NUJIN]: 'post@nujin.example',
  [RAD]: 'info@rad.example',
};

/** Who is at work in Kassel, as the list of the city knows it. */
const LISTED: readonly Told[] = [
  {
    key: 'journey-werk',
    kind: 'organisation',
    facts: {
      name: 'Bildungswerk Fuldatal gGmbH',
      kind: 'carrier',
      fieldsOfAction: ['education', 'health'],
      languages: ['de'],
      description: 'Kurse und Beratung in Kassel und im Landkreis, elf Angestellte.',
      contactFunction: 'Projektbüro',
      mailbox: MAILBOX[WERK] ?? '',
      phone: '+49561112233',
    },
  },
  {
    key: 'journey-nujin',
    kind: 'organisation',
    facts: {
      name: { kmr: 'Komeleya Jinan Nûjîn', de: 'Frauenverein Nûjîn e. V.' },
      kind: 'association',
      fieldsOfAction: ['health', 'culture'],
      topics: ['Gesundheit', 'Mütter'],
      languages: ['ar', 'kmr', 'tr'],
      description: 'Neun Frauen laden dienstags und donnerstags zum Frauencafé ein.',
      offersExpertise: 'Gesundheit von Frauen, Gespräche auf Kurdisch, Türkisch und Arabisch',
      contactFunction: 'Vorstand',
      mailbox: MAILBOX[NUJIN] ?? '',
      phone: '+49561445566',
      phoneTimes: [
        { day: 2, from: '18:00', to: '20:00', zone: 'Europe/Berlin' },
        { day: 4, from: '18:00', to: '20:00', zone: 'Europe/Berlin' },
      ],
    },
  },
  {
    key: 'journey-rad',
    kind: 'organisation',
    facts: {
      name: 'Radwerkstatt Wesertor',
      kind: 'initiative',
      fieldsOfAction: ['transport'],
      languages: ['ar'],
      mailbox: MAILBOX[RAD] ?? '',
      contactFunction: 'Werkstatt',
    },
  },
];

export type Partnership = Awaited<ReturnType<typeof openPartnership>>;

/**
 * A folder of an installation in which three organisations are listed; who speaks for which, by alias. Verbs can be
 * tried in it until it is closed; then a house is started on it.
 */
export async function openPartnership(voices: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'geflecht-'));
  const home = await openIn(folder);
  const { database } = home;
  const work = database.as(system('test'));
  await work.write(async (tx) => {
    await insertInstallation(tx, { site: 'Stadt Kassel', invented: false }, TOLD_AT);
    const source = await toldSource(tx);
    await say(tx, REGISTER, {
      subjects: LISTED.map(({ key, kind }) => ({ id: idFor(key), kind })),
      claims: LISTED.flatMap((told) => toldClaims(told, source)),
      at: TOLD_AT,
    });
  });
  const people = tryPeople(database, new Date().toISOString());
  const passphrase = await hashPassphrase(PASSPHRASE);
  const accounts = new Map<string, string>();
  for (const [alias, organisation] of Object.entries(voices)) {
    const account = await people.account(alias, { passphrase });
    await people.term(await people.role('organisation', organisation), 'holder', account);
    accounts.set(alias, account);
  }
  for (const kind of ['coordination', 'operator']) {
    const account = await people.account(kind, { passphrase });
    await people.term(await people.role(kind, null), 'holder', account);
    accounts.set(kind, account);
  }
  for (const [alias, account] of accounts)
    await work.write((tx) =>
      insertSession(tx, { tokenHash: hashOf(tokenOf(alias)), account, device: null, hasTwoFactors: true }, new Date()),
    );
  return {
    folder,
    home,
    /** The Bildungswerk and the Frauenverein in one more cooperation. */
    cooperate: async () => {
      const partners = await tryPartners(database, { bildungswerk: WERK, nujin: NUJIN, other: RAD });
      // What is due later than now would wait in the house.
      partners.clock.turn(new Date().toISOString());
      return partners;
    },
  };
}

/**
 * A folder in which two partners cooperate, each with somebody who can sign in with the passphrase: "Distel Amsel" for
 * the association, "Birke Fuchs" for the Bildungswerk. What `prepare` does stands in it before a house is started.
 */
export async function openPair(
  prepare: (world: Awaited<ReturnType<typeof tryPartners>>) => Promise<void>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'geflecht-'));
  const home = await openIn(folder);
  const world = await tryPartners(home.database);
  const passphrase = await hashPassphrase(PASSPHRASE);
  const holders = [
    ['Distel Amsel', world.nujin],
    ['Birke Fuchs', world.bildungswerk],
  ] as const;
  for (const [alias, organisation] of holders)
    await world.term(
      await world.role('organisation', organisation),
      'holder',
      await world.account(alias, { passphrase }),
    );
  await prepare(world);
  await home.close();
  return folder;
}

export async function openIn(folder: string): Promise<Home> {
  const config = readConfig({ GEFLECHT_DATA: folder });
  if (!config.ok) throw new Error('no settings');
  return openHome(config.value);
}

/** Somebody who is signed in already, with both factors. */
export async function inside(browser: Browser, house: House, alias: string, wish: Visiting = {}): Promise<Visitor> {
  const visitor = await visit(browser, house, wish);
  await visitor.context.addCookies([{ name: 'session', value: tokenOf(alias), url: house.origin }]);
  return visitor;
}

export function tokenOf(alias: string): string {
  // A cookie holds only plain letters.
  return `token-${alias.replaceAll(/[^A-Za-z]/g, '-')}`;
}
