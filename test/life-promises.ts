import { expect } from 'vitest';
import { sql } from 'kysely';
import { verifyArchive } from '../src/areas/agreements/archive.ts';
import { findArchive } from '../src/areas/agreements/index.ts';
import { findVersions } from '../src/areas/agreements/store.ts';
import { firstBreak } from '../src/areas/agreements/version.ts';
import { COOPERATION_PARTS } from '../src/app/cooperation-parts.ts';
import { findCooperation, type Stage } from '../src/areas/cooperations/index.ts';
import { gatherParts } from '../src/areas/cooperations/load.ts';
import { STAGES } from '../src/areas/cooperations/part.ts';
import type { Context } from '../src/platform/context.ts';
import type { Database } from '../src/platform/database/index.ts';
import { STRANGER, type Actor } from '../src/plain/actor.ts';
import { dayOf } from '../src/plain/time.ts';

/** Everything that stands in a cooperation, by table. */
const TABLES = [
  'cooperation_partner',
  'cooperation_plan',
  'request',
  'request_consent',
  'agreement',
  'agreement_version',
  'talking_point',
  'draft_change',
  'proposed_change',
  'change_answer',
  'paragraph_confirmation',
  'sheet',
  'agreement_signature',
  'leaving',
  'closure',
  'review',
  'review_part',
  'closing_part',
  'closing_wish',
  'commitment_word',
] as const;

/** Looks at one cooperation again and again, and remembers what it saw. */
export function watchLife({
  database,
  program,
  cooperation,
  organisations,
  other,
}: {
  readonly database: Database;
  readonly program: Context;
  readonly cooperation: string;
  readonly organisations: readonly string[];
  readonly other: string;
}) {
  const stages: Stage[] = [];
  let hashes: readonly string[] = [];
  let ended: string | null = null;
  return { check, everything, agreementOf, partnersNow, stages };

  async function partnersNow(): Promise<readonly string[]> {
    const { rows } = await database.sql('select unnest(partners) as partner from cooperation where id = $1', [
      cooperation,
    ]);
    return rows.map(({ partner }) => String(partner));
  }

  async function agreementOf(): Promise<string | null> {
    const { rows } = await database.sql('select id from agreement where cooperation = $1', [cooperation]);
    return rows[0] === undefined ? null : String(rows[0]['id']);
  }

  /** All that is promised, whatever has been done before. */
  async function check(): Promise<void> {
    const partners = await partnersNow();
    const { rows: past } = await database.sql(
      'select organisation, until::text as until from cooperation_partner where cooperation = $1',
      [cooperation],
    );
    expect(
      past
        .filter(({ until }) => until === null)
        .map(({ organisation }) => String(organisation))
        .toSorted(),
    ).toEqual(partners.toSorted());
    await checkVersions();
    const outside = [...organisations, other].filter((one) => !partners.includes(one));
    for (const organisation of outside) expect(await readBy(speaking(organisation), organisation)).toBe(0);
    const person = { session: 's', account: other, organisations: [other], isAdmitted: true };
    for (const actor of [STRANGER, { kind: 'coordination', ...person }, { kind: 'operator', ...person }] as const)
      expect(await readBy(actor, other)).toBe(0);
    await checkEnd(past);
    await checkStage(partners);
  }

  async function checkVersions(): Promise<void> {
    const agreement = await agreementOf();
    if (agreement === null) return;
    const history = await program.db.read((db) => findVersions(db, agreement));
    const now = history.map(({ hash }) => hash);
    expect(now.slice(0, hashes.length)).toEqual(hashes);
    hashes = now;
    expect(firstBreak(history)).toBeNull();
    const archive = await program.db.read((db) => findArchive(db, agreement));
    if (archive.signatures.length > 0) expect(await verifyArchive(archive)).toEqual([]);
  }

  /** Rows of this cooperation that somebody reads, without what it was asked itself. */
  async function readBy(actor: Actor, organisation: string): Promise<number> {
    const parts = TABLES.map((table) => {
      const asked = table === 'request' ? ` and receiver <> '${organisation}'` : '';
      return `(select count(*) from ${table} where cooperation = '${cooperation}'${asked})`;
    });
    const whole = `(select count(*) from cooperation where id = '${cooperation}')`;
    return database.as(actor).write(async (tx) => {
      const { rows } = await sql<{
        n: number;
      }>`select (${sql.raw([whole, ...parts].join(' + '))})::integer as n`.execute(tx);
      return rows[0]?.n ?? -1;
    });
  }

  /** What has ended stays as it was. */
  async function checkEnd(past: readonly Record<string, unknown>[]): Promise<void> {
    const { rows } = await database.sql('select kind, day::text from closure where cooperation = $1', [cooperation]);
    const signed = await database.sql(
      'select number, partner from agreement_signature where cooperation = $1 order by 1, 2',
      [cooperation],
    );
    const now = rows.length === 0 ? null : JSON.stringify([rows, hashes, signed.rows, past.map(({ until }) => until)]);
    if (ended !== null) expect(now).toBe(ended);
    ended = now;
  }

  /** What the pages say about how far it has come. */
  async function checkStage([own = '']: readonly string[]): Promise<void> {
    const stage = await program.db.read(async (db) => {
      const found = await findCooperation(db, cooperation);
      if (found === null) throw new Error('the cooperation is gone');
      const today = dayOf(program.clock.now());
      return (await gatherParts(db, { cooperation: found, own }, COOPERATION_PARTS, today)).stage;
    });
    expect(stage === 'ended').toBe(ended !== null);
    const before = stages.at(-1);
    // Two at once may go two steps.
    if (before !== undefined)
      expect([before, stage, STAGES.some((one) => mayBecome(before, one) && mayBecome(one, stage))]).toEqual([
        before,
        stage,
        true,
      ]);
    stages.push(stage);
  }

  async function everything(): Promise<string> {
    const parts = [...TABLES, 'cooperation'].map(
      (table) =>
        `(select coalesce(json_agg(row order by row::text), '[]') from ${table} row
          where row.${table === 'cooperation' ? 'id' : 'cooperation'} = '${cooperation}')`,
    );
    const chains = `(select count(*) from chain_note where about like '%${cooperation}%')`;
    const { rows } = await database.sql(`select json_build_array(${[...parts, chains].join(', ')})::text as all_of_it`);
    return String(rows[0]?.['all_of_it']);
  }
}

export function speaking(organisation: string): Actor {
  return { kind: 'account', session: 's', account: organisation, organisations: [organisation], isAdmitted: true };
}

/**
 * What may come after what. A yes that was taken back before anything was built on it leads back; from the end nothing
 * leads on.
 */
const NEXT: Readonly<Record<Stage, readonly Stage[]>> = {
  idea: ['contact', 'plan', 'ended'],
  contact: ['plan', 'ended'],
  plan: ['contact', 'agreement', 'ended'],
  agreement: ['running', 'ended'],
  running: ['ended'],
  ended: [],
};

function mayBecome(from: Stage, to: Stage): boolean {
  return from === to || NEXT[from].includes(to);
}
