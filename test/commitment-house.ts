import { commitmentWork } from '../src/app/commitments.ts';
import { MIGRATIONS } from '../src/app/migrations.ts';
import { namesOf } from '../src/app/names.ts';
import { addCommitmentPages } from '../src/areas/commitments/index.ts';
import { recogniser } from '../src/areas/people/recognise.ts';
import { system } from '../src/plain/actor.ts';
import { hashOf, insertSession } from '../src/platform/http/index.ts';
import { openLinks } from '../src/platform/links/index.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { FOURTH_TEXT } from './agreement.ts';
import { agreeOn } from './agreed.ts';
import { openTestDatabase } from './database.ts';
import { tryPartners } from './partners.ts';
import { signByAll } from './signed.ts';
import { asking, frameOf, openWeb, ORIGIN } from './web.ts';

export type CommitmentHouse = Awaited<ReturnType<typeof openCommitmentHouse>>;

/** Two partners with an agreement in force, an outsider and the coordination, and the pages of what was promised. */
export async function openCommitmentHouse() {
  const database = await openTestDatabase(MIGRATIONS);
  const world = await tryPartners(database);
  const accounts = {
    bea: await account('bea', 'organisation', world.bildungswerk),
    nur: await account('nur', 'organisation', world.nujin),
    otto: await account('otto', 'organisation', world.other),
    kim: await account('kim', 'coordination', null),
  };
  const web = openWeb({ database, clock: world.clock }, { recognise: recogniser(database) });
  const work = commitmentWork({ words: loadWords('src') }, await openLinks(database));
  addCommitmentPages(web, { frame: frameOf(), origin: ORIGIN, namesOf, ...work });
  const agreement = await agreeOn(world, FOURTH_TEXT);
  await signByAll(world, agreement);
  return { ...world, world, database, web, work, accounts, agreement, enter, ...asking(web) };

  async function account(name: string, kind: string, organisation: string | null): Promise<string> {
    const id = await world.account(name, { mail: `${name}@example.org` });
    await world.term(await world.role(kind, organisation), 'holder', id);
    return id;
  }

  /** Somebody signs in; the cookie. */
  async function enter(name: keyof typeof accounts): Promise<string> {
    const token = `token-${name}`;
    const session = { tokenHash: hashOf(token), account: accounts[name], device: null, hasTwoFactors: true };
    await database.as(system('test')).write((tx) => insertSession(tx, session, world.clock.now()));
    return `session=${token}`;
  }
}
