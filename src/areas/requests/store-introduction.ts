import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Consent, Introduction } from './introduction.ts';
import './tables-introduction.ts';

const COLUMNS = [
  'id',
  'cooperation',
  'introducer',
  'introduced',
  'third',
  'proposed_on as proposedOn',
  'told_on as toldOn',
] as const;

/** False when these two were introduced in this cooperation before: nobody is asked twice. */
export async function insertIntroduction(
  tx: Transaction,
  {
    id,
    cooperation,
    introducer,
    introduced,
    third,
    proposedOn,
  }: Omit<Introduction, 'consents' | 'toldOn' | 'answeredOn'>,
): Promise<boolean> {
  const row = await tx
    .insertInto('introduction')
    .values({ id, cooperation, introducer, introduced, third, proposed_on: proposedOn, told_on: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The introductions of some cooperations that the actor has to do with, the newest first. */
export async function findIntroductions(db: Reader, cooperations: readonly string[]): Promise<readonly Introduction[]> {
  const rows = await db
    .selectFrom('introduction')
    .select(COLUMNS)
    .where('cooperation', 'in', cooperations)
    .orderBy('id', 'desc')
    .execute();
  return withConsents(db, rows);
}

/** The introductions in which some organisations are the third side, as far as they have been told, the newest first. */
export async function findIntroductionsTo(db: Reader, thirds: readonly string[]): Promise<readonly Introduction[]> {
  const rows = await db
    .selectFrom('introduction')
    .select(COLUMNS)
    .where('third', 'in', thirds)
    .where('told_on', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  return withConsents(db, rows);
}

export async function findIntroduction(db: Reader, id: string): Promise<Introduction | null> {
  const rows = await db.selectFrom('introduction').select(COLUMNS).where('id', '=', id).execute();
  return (await withConsents(db, rows))[0] ?? null;
}

/** The introduction behind a link, and whose link it is. */
export async function findByIntroductionLink(
  db: Reader,
  hash: string,
): Promise<{ readonly introduction: Introduction; readonly side: string } | null> {
  return asSystem(db, async () => {
    const row = await db
      .selectFrom('introduction_side')
      .select(['introduction', 'organisation'])
      .where((by) => by.or([by('token_hash', '=', hash), by('contact_hash', '=', hash)]))
      .executeTakeFirst();
    const introduction = row === undefined ? null : await findIntroduction(db, row.introduction);
    return row === undefined || introduction === null ? null : { introduction, side: row.organisation };
  });
}

/** One side is asked; the third knows of it from then on. */
export async function insertSide(
  tx: Transaction,
  { id, third }: Pick<Introduction, 'id' | 'third'>,
  {
    organisation,
    tokenHash,
    day,
  }: { readonly organisation: string; readonly tokenHash: string | null; readonly day: Day },
): Promise<void> {
  await asSystem(tx, async () => {
    await tx
      .insertInto('introduction_side')
      .values({
        introduction: id,
        organisation,
        token_hash: tokenHash,
        contact_hash: null,
        answer: null,
        answered_on: null,
      })
      .execute();
    if (organisation === third)
      await tx.updateTable('introduction').set({ told_on: day }).where('id', '=', id).execute();
  });
}

/** A second mail has a link of its own. */
export async function keepContactLink(
  tx: Transaction,
  introduction: string,
  { organisation, tokenHash }: { readonly organisation: string; readonly tokenHash: string },
): Promise<void> {
  await asSystem(tx, () =>
    tx
      .updateTable('introduction_side')
      .set({ contact_hash: tokenHash })
      .where('introduction', '=', introduction)
      .where('organisation', '=', organisation)
      .execute(),
  );
}

/** False when this side has answered before. */
export async function writeConsent(
  tx: Transaction,
  introduction: string,
  { organisation, answer, day }: { readonly organisation: string; readonly answer: Consent; readonly day: Day },
): Promise<boolean> {
  const { numUpdatedRows } = await asSystem(tx, () =>
    tx
      .updateTable('introduction_side')
      .set({ answer, answered_on: day })
      .where('introduction', '=', introduction)
      .where('organisation', '=', organisation)
      .where('answer', 'is', null)
      .executeTakeFirst(),
  );
  return numUpdatedRows === 1n;
}

async function withConsents(
  db: Reader,
  rows: readonly Omit<Introduction, 'consents' | 'answeredOn'>[],
): Promise<readonly Introduction[]> {
  if (rows.length === 0) return [];
  const sides = await db
    .selectFrom('introduction_side')
    .select(['introduction', 'organisation', 'answer', 'answered_on'])
    .where(
      'introduction',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.map((row) => {
    const own = sides.filter(({ introduction }) => introduction === row.id);
    return {
      ...row,
      consents: new Map(
        own.flatMap(({ organisation, answer }): [string, Consent][] =>
          answer === null ? [] : [[organisation, answer]],
        ),
      ),
      answeredOn:
        own
          .flatMap(({ answered_on: day }) => day ?? [])
          .toSorted()
          .at(-1) ?? null,
    };
  });
}
