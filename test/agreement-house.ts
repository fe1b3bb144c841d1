import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AGREEMENT_NEIGHBOURS } from '../src/app/agreements.ts';
import { MIGRATIONS } from '../src/app/migrations.ts';
import { addPaperPages } from '../src/areas/agreements/pages/paper.tsx';
import { ARCHIVE_UPLOAD } from '../src/areas/agreements/archive-paths.ts';
import { addSignPages } from '../src/areas/agreements/pages/sign.tsx';
import { hashPassphrase } from '../src/areas/people/passphrase.ts';
import { recogniser } from '../src/areas/people/recognise.ts';
import { insertPasskey } from '../src/areas/people/store-passkey.ts';
import { system } from '../src/plain/actor.ts';
import type { Database } from '../src/platform/database/index.ts';
import { hashOf, insertSession } from '../src/platform/http/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { openTestDatabase } from './database.ts';
import type { TryDevice } from './device.ts';
import { tryPartners } from './partners.ts';
import { asking, frameOf, openWeb, ORIGIN } from './web.ts';

export const PASSPHRASE = 'lampe wolke zimt specht garten';

let hashed: Promise<string> | undefined;
let loaded: ReturnType<typeof loadWords> | undefined;
let houses = 0;

export type AgreementHouse = Awaited<ReturnType<typeof openAgreementHouse>>;

/**
 * Two partners, an outsider and the coordination with their accounts, and the pages of agreements; or two further
 * partners in a database that is open already.
 */
export async function openAgreementHouse(beside?: {
  readonly database: Database;
  readonly pages: { readonly uploads: string };
}) {
  const uploads = beside?.pages.uploads ?? (await mkdtemp(join(tmpdir(), 'geflecht-agreements-')));
  const database = beside?.database ?? withFolder(await openTestDatabase(MIGRATIONS), uploads);
  const world = await tryPartners(database);
  const passphrase = await (hashed ??= hashPassphrase(PASSPHRASE));
  // Aliases are there once; whoever comes later has a number.
  const mark = beside === undefined ? '' : `-${(houses += 1)}`;
  const accounts = {
    bea: await account(`bea${mark}`, 'organisation', world.bildungswerk),
    nur: await account(`nur${mark}`, 'organisation', world.nujin),
    otto: await account(`otto${mark}`, 'organisation', world.other),
    kim: beside === undefined ? await account('kim', 'coordination', null) : '',
  };
  const web = openWeb(
    { database, clock: world.clock },
    { recognise: recogniser(database), bodyLimits: [ARCHIVE_UPLOAD] },
  );
  const words = (loaded ??= loadWords('src'));
  const pages = {
    frame: frameOf(),
    origin: ORIGIN,
    wordsIn: (code: string) => words.in(code),
    uploads,
    ...AGREEMENT_NEIGHBOURS,
  };
  addSignPages(web, pages);
  addPaperPages(web, pages);
  const { get, post } = asking(web);
  const cookieOf = (name: keyof typeof accounts) => `session=token-${name}${name === 'kim' ? '' : mark}`;
  return {
    ...world,
    database,
    web,
    /** What all pages of agreements are handed in. */
    pages,
    accounts,
    /** The cookie of somebody who is signed in. */
    as: cookieOf,
    /** Where mails to the partners go. */
    mailOf: (name: 'bea' | 'nur') => `${name}${mark}@example.org`,
    get,
    post,
    /** What somebody who is no partner finds at a path, in every rank. */
    strangersAt: async (path: string) => {
      const found: Awaited<ReturnType<typeof get>>[] = [];
      for (const cookie of [cookieOf('otto'), cookieOf('kim'), null]) found.push(await get(path, cookie));
      return found;
    },
    /** As if an account had made a passkey on a device. */
    givePasskey: async (device: TryDevice, account: string): Promise<void> => {
      const shown: { readonly id: string } = JSON.parse(device.show('question'));
      const passkey = {
        credential: shown.id,
        publicKey: device.publicKey,
        handle: account,
        counter: 0,
        transports: [],
        isBackedUp: false,
        label: 'Telefon',
        isUnlocked: true,
      };
      await database.as(system('test')).write((tx) => insertPasskey(tx, account, passkey, world.clock.now()));
    },
  };

  async function account(name: string, kind: string, organisation: string | null): Promise<string> {
    const id = await world.account(name, { mail: `${name}@example.org`, passphrase });
    const role = await world.role(kind, organisation);
    await world.term(role, 'holder', id);
    await database
      .as(system('test'))
      .write((tx) =>
        insertSession(
          tx,
          { tokenHash: hashOf(`token-${name}`), account: id, device: null, hasTwoFactors: true },
          world.clock.now(),
        ),
      );
    return id;
  }
}

/** The folder goes with the database. */
function withFolder(database: Database, folder: string): Database {
  const close = async () => {
    await rm(folder, { recursive: true });
    await database.close();
  };
  return { ...database, close };
}
