import { MIGRATIONS } from '../src/app/migrations.ts';
import { REGISTER } from '../src/app/register.ts';
import {
  findShown,
  forward,
  insertSource,
  say,
  unforward,
  type Facts,
  type NewClaim,
  type SubjectKind,
} from '../src/areas/claims/index.ts';
import { checksums } from '../src/areas/claims/store-projection.ts';
import { rebuild } from '../src/areas/claims/rebuild.ts';
import { STRANGER, system, type Actor } from '../src/plain/actor.ts';
import { idFor } from '../src/plain/ids.ts';
import { aSource, newClaim } from './claims.ts';
import { openTestDatabase } from './database.ts';

const AT = new Date('2026-03-01T10:00:00Z');
const LATER = new Date('2026-04-01T10:00:00Z');

/** Entries by short names that are said, forwarded and parted. */
export async function openForwarding() {
  const database = await openTestDatabase(MIGRATIONS);
  const db = database.as(system('test'));
  const source = await db.write((tx) => insertSource(tx, aSource(AT), 0));
  const claim = (key: string, field: string, value: NewClaim['value'], more: Partial<NewClaim> = {}): NewClaim =>
    newClaim({ subject: idFor(key), field, value, source, saidAt: AT, ...more });
  return {
    database,
    db,
    at: AT,
    later: LATER,
    keeper: { db, actor: system('test'), register: REGISTER },
    claim,
    /** New entries, each with what is said of it. */
    async entries(
      of: Readonly<Record<string, Readonly<Record<string, NewClaim['value']>>>>,
      kind: SubjectKind = 'organisation',
    ): Promise<void> {
      await db.write((tx) =>
        say(tx, REGISTER, {
          subjects: Object.keys(of).map((key) => ({ id: idFor(key), kind })),
          claims: Object.entries(of).flatMap(([key, facts]) =>
            Object.entries(facts).map(([field, value]) => claim(key, field, value)),
          ),
          at: AT,
        }),
      );
    },
    join: (from: string, into: string) =>
      db.write((tx) => forward(tx, REGISTER, { from: idFor(from), into: idFor(into), at: LATER })),
    part: (from: string) => db.write((tx) => unforward(tx, REGISTER, { from: idFor(from), at: LATER })),
    sums: () => db.write((tx) => checksums(tx, REGISTER)),
    async shown(key: string, actor: Actor = STRANGER, table = 'organisation'): Promise<readonly Facts[]> {
      const rows = await database.as(actor).read((tx) => findShown(tx, table, [idFor(key)]));
      return rows.map(({ facts }) => facts);
    },
    async isRebuiltTheSame(): Promise<boolean> {
      const { same } = await rebuild({ db, actor: system('test'), register: REGISTER });
      return Object.values(same).every(Boolean);
    },
  };
}
