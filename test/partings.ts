import type { Context } from '../src/platform/context.ts';
import type { Database } from '../src/platform/database/index.ts';
import type { Finding } from '../src/areas/agreements/archive.ts';
import { verifyAny } from '../src/areas/agreements/cooperation-archive.ts';
import { propose } from '../src/areas/agreements/propose.ts';
import { sign } from '../src/areas/agreements/sign.ts';
import { findKept } from '../src/areas/agreements/store-kept.ts';
import { findStanding, findVersions } from '../src/areas/agreements/store.ts';
import { firstBreak } from '../src/areas/agreements/version.ts';
import { welcomePartner } from '../src/areas/agreements/join.ts';
import { letIn } from '../src/areas/cooperations/store.ts';
import { goExitRound } from '../src/areas/reviews/go-exit-round.ts';
import type { News, Voices } from '../src/areas/reviews/tell.ts';
import { system } from '../src/plain/actor.ts';
import { loadWords } from '../src/platform/words/index.ts';
import { agreeOn } from './agreed.ts';
import { FOURTH_TEXT } from './agreement.ts';
import { tryPartners } from './partners.ts';

/** Partners that go and end, what they are told, and the round that lets them out. */
export async function tryPartings(database: Database, raise?: Voices['raise']) {
  const world = await tryPartners(database);
  const told: { readonly news: News; readonly organisation: string }[] = [];
  const words = loadWords('src');
  const voices: Voices = {
    findMailboxes: (_tx, organisation) => Promise.resolve([{ mail: `${organisation}@x.example`, language: 'tr' }]),
    wordsIn: (language) => words.in(language),
    raise: (tx, notice, now) => {
      told.push({ news: notice.kind, organisation: notice.organisation });
      return raise === undefined ? Promise.resolve(true) : raise(tx, notice, now);
    },
  };
  const program: Context = world.as(system('partings'));
  return {
    ...world,
    told,
    voices,
    program,
    side: (organisation: string) => ({ cooperation: world.cooperation, organisation, voices }),
    /** What is read of a table of this cooperation by whoever speaks for an organisation. */
    seen: async (organisation: string, table: string): Promise<number> => {
      const column = table === 'cooperation' ? 'id' : 'cooperation';
      const rows = await database.as(world.speaker(organisation).actor).read((db) =>
        db
          .selectFrom(table as 'sheet')
          .selectAll()
          .where(column as 'cooperation', '=', world.cooperation)
          .execute(),
      );
      return rows.length;
    },
    round: (day: string) => {
      world.clock.turn(`${day}T06:00:00Z`);
      return goExitRound(program, voices);
    },
    /** Both have signed the agreement with four weeks of notice. */
    async inForce(): Promise<string> {
      const agreement = await agreeOn(world, FOURTH_TEXT);
      await signAll(world, agreement, [world.bildungswerk, world.nujin]);
      return agreement;
    },
    /** The partners in each version of an agreement; its versions follow from each other. */
    async history(organisation: string, agreement: string): Promise<readonly (readonly string[])[]> {
      const versions = await world.speaker(organisation).db.read((db) => findVersions(db, agreement));
      if (firstBreak(versions) !== null) throw new Error('the versions do not follow from each other');
      return versions.map(({ version }) => version.text.partners.map(({ id }) => id));
    },
    /** What is wrong with the agreement that an organisation keeps for itself; null when it keeps none. */
    async kept(organisation: string): Promise<readonly Finding[] | null> {
      const [kept] = await world.speaker(organisation).db.read((db) => findKept(db));
      return kept === undefined ? null : verifyAny(kept.archive);
    },
    proposeNothing: (organisation: string, agreement: string) =>
      propose(world.speaker(organisation), { agreement, partner: organisation, wishes: [] }),
    async thirdPartner(): Promise<string> {
      await database.as(system('test')).write(async (tx) => {
        const joining = { cooperation: world.cooperation, organisation: world.other };
        await letIn(tx, { ...joining, phase: 'running', since: '2026-11-21' });
        await welcomePartner(tx, { ...joining, name: 'Radwerkstatt', day: '2026-11-21' });
      });
      return world.other;
    },
  };
}

/** Each signs the newest version on paper. */
export async function signAll(
  { speaker }: { readonly speaker: (organisation: string) => Context },
  agreement: string,
  partners: readonly string[],
): Promise<void> {
  for (const partner of partners) {
    const { hash } = await speaker(partner).db.read((db) => findStanding(db, agreement));
    const proof = { kind: 'paper' } as const;
    const signed = await sign(speaker(partner), { agreement, partner, version: hash, proof });
    if (!signed.ok) throw new Error(JSON.stringify(signed.issue));
  }
}
