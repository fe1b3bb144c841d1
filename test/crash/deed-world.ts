import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Home } from '../../src/app/home.ts';
import { REGISTER } from '../../src/app/register.ts';
import { insertSource, say, type NewClaim, type NewSubject } from '../../src/areas/claims/index.ts';
import { CONFIRM } from '../../src/areas/freshness/work.ts';
import { insertAsk } from '../../src/areas/freshness/store.ts';
import { appoint, createAccount } from '../../src/areas/people/index.ts';
import { idFor } from '../../src/plain/ids.ts';
import type { Json } from '../../src/plain/json.ts';
import type { Scope } from '../../src/plain/scope.ts';
import { dayOf } from '../../src/plain/time.ts';
import { asSystem } from '../../src/platform/database/index.ts';
import { hashOf, insertSession } from '../../src/platform/http/index.ts';
import { insertInstallation } from '../../src/platform/installation/index.ts';
import { openLinks } from '../../src/platform/links/index.ts';
import { prepareVotes, type VotingWorld } from './voting-world.ts';

export const NUJIN = idFor('nujin');
export const CAFE = idFor('cafe');
/** What shows where Nûjîn is or how it is reached. */
export const SECRET = /Leinensteig|\+49|0371|Geheimviertel|kontakt@nujin|Hinterhof/;
export const PEOPLE = ['anna', 'ben'] as const;
export type Person = (typeof PEOPLE)[number];

/** Enough to be confirmed while processes are killed. */
const ASKED = 400;

export interface DeedWorld {
  readonly accounts: Readonly<Record<Person, string>>;
  /** The links with which organisations are confirmed, in order. */
  readonly tokens: readonly string[];
  readonly votes: VotingWorld;
}

/** One organisation with a holder, a deputy and an offer, and many that are asked whether they still hold. */
export async function prepareDeeds(home: Home): Promise<void> {
  const { db, clock } = home.as('test');
  const at = clock.now();
  const links = await openLinks(home.database);
  const world = await db.write(async (tx): Promise<DeedWorld> => {
    await insertInstallation(tx, { site: 'Rhönau', invented: true }, at);
    const spoken = { kind: 'list', speaker: null, publisher: 'Stadt', licence: 'cc0', takedownContact: '' } as const;
    const source = await insertSource(tx, { ...spoken, retrievedAt: new Date('2026-03-01T08:00:00Z') }, 0);
    const asked = Array.from({ length: ASKED }, (_, place) => idFor(`asked-${place}`));
    const subjects: NewSubject[] = [
      { id: NUJIN, kind: 'organisation' },
      { id: CAFE, kind: 'offer' },
      ...asked.map((id): NewSubject => ({ id, kind: 'organisation' })),
    ];
    const told = (subject: string, field: string, value: Json, scope: Scope = 'public') =>
      claim({ subject, field, value, scope, source });
    await say(tx, REGISTER, {
      subjects,
      claims: [
        told(NUJIN, 'name', 'Frauenverein Nûjîn e. V.'),
        told(NUJIN, 'district', 'Geheimviertel'),
        told(NUJIN, 'phone', '+493711234567'),
        told(NUJIN, 'description', 'Klingeln im Hinterhof'),
        told(NUJIN, 'mailbox', 'kontakt@nujin.example'),
        told(NUJIN, 'street', 'Leinensteig 4', 'partner'),
        told(CAFE, 'name', 'Frauencafé'),
        told(CAFE, 'carrier', 'Frauenverein Nûjîn e. V.'),
        told(CAFE, 'district', 'Geheimviertel'),
        told(CAFE, 'phone', '+493711234567'),
        ...asked.flatMap((id, place) => [
          told(id, 'name', `Verein ${place}`),
          told(id, 'phone', '+493719999999'),
          told(id, 'fieldsOfAction', ['health']),
        ]),
      ],
      at,
    });
    const accounts: Record<string, string> = {};
    for (const [place, name] of PEOPLE.entries()) {
      const account = await createAccount(tx, { alias: name, language: 'de', mail: null, passphrase: null }, at);
      accounts[name] = account;
      const term = { kind: 'organisation', organisation: NUJIN, account, from: dayOf(at), until: null } as const;
      await appoint(tx, { ...term, place: place === 0 ? 'holder' : 'deputy' }, at);
      await asSystem(tx, () => insertSession(tx, { tokenHash: hashOf(tokenOf(name)), account, device: null }, at));
    }
    const tokens: string[] = [];
    for (const subject of asked) {
      const { token, hash } = links.make(CONFIRM, new Date(at.getTime() + 86_400_000));
      tokens.push(token);
      await insertAsk(tx, { id: idFor(`ask-${subject}`), subject, channel: 'mail', on: dayOf(at), tokenHash: hash });
    }
    const votes = await prepareVotes(tx, links, dayOf(at), { people: 40, statements: 30 });
    return { accounts: accounts as DeedWorld['accounts'], tokens, votes };
  });
  await writeFile(fileIn(home), JSON.stringify(world));
}

export async function readWorld(home: Home): Promise<DeedWorld> {
  return JSON.parse(await readFile(fileIn(home), 'utf8')) as DeedWorld;
}

/** What the cookie of somebody carries. */
export function tokenOf(person: Person): string {
  return `token-${person}`;
}

function fileIn({ config }: Home): string {
  return join(config.dataFolder, 'deeds.json');
}

function claim(of: Pick<NewClaim, 'subject' | 'field' | 'value' | 'scope' | 'source'>): NewClaim {
  return {
    ...of,
    language: ['name', 'description'].includes(of.field) ? 'de' : null,
    sourceKind: 'list',
    saidAt: new Date('2026-03-01T08:00:00Z'),
    validFrom: null,
    validTo: null,
    confirmedAt: null,
    confirmedByRole: null,
  };
}
