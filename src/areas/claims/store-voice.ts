import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { onlyDay } from '../../plain/time.ts';
import type { Voice } from './forms-desk.ts';
import { holdFamilies } from './store-hold.ts';
import { findFamily, headsOf } from './store-family.ts';
import { protectLike } from './store-protected.ts';
import { insertSource, insertSubjects, type NewSubject } from './store.ts';

/** Until this transaction ends nobody else speaks about the subject by a form. */
export async function takeTheWord(tx: Transaction, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`claims.word/${subject}`}))`.execute(tx);
}

/** The source in which a voice speaks today: one a day, so that it does not tell at which hours somebody sat there. */
export async function sourceToday(tx: Transaction, voice: Voice, publisher: string, at: Date): Promise<number> {
  const day = onlyDay(at);
  const known = await tx
    .selectFrom('source')
    .select('id')
    .where('kind', '=', voice.kind)
    .where('speaker', 'is not distinct from', voice.kind === 'own' ? voice.speaker : null)
    .where('publisher', '=', publisher)
    .where('retrieved_at', '=', day)
    .where('since', '=', 0)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  return insertSource(
    tx,
    {
      kind: voice.kind,
      speaker: voice.kind === 'own' ? voice.speaker : null,
      publisher,
      licence: voice.kind === 'own' ? 'own' : 'unknown',
      takedownContact: '',
      retrievedAt: day,
    },
    0,
  );
}

/** Puts subjects, for example offers, into the hands of an organisation. Nobody else's right reaches this. */
export async function keepSubjects(
  tx: Transaction,
  kept: readonly { readonly subject: string; readonly organisation: string }[],
): Promise<void> {
  if (kept.length === 0) return;
  await asSystem(tx, async () => {
    await holdFamilies(
      tx,
      kept.map(({ subject }) => subject),
    );
    await tx
      .insertInto('subject_keeper')
      .values([...kept])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const { subject, organisation } of kept) await protectLike(tx, subject, organisation);
  });
}

/** Begins a subject that an organisation keeps, for example its new offer. */
export async function beginKept(tx: Transaction, subject: NewSubject, organisation: string): Promise<void> {
  await asSystem(tx, () => insertSubjects(tx, [subject], 0));
  await keepSubjects(tx, [{ subject: subject.id, organisation }]);
}

/** The organisations that keep a subject, or one that counts as the same, as far as the actor speaks for them. */
export async function findKeepersOf(db: Reader, subject: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('subject_keeper')
    .select('organisation')
    .where('subject', 'in', [...(await findFamily(db, [subject]))])
    .execute();
  return headsAmong(
    db,
    rows.map(({ organisation }) => organisation),
  );
}

/** The subjects that an organisation keeps, or one that counts as the same, newest first. */
export async function findKeptBy(db: Reader, organisation: string): Promise<readonly string[]> {
  return (await headsAmong(db, await findHeldBy(db, await findFamily(db, [organisation])))).toReversed();
}

/** The subjects that some organisations keep themselves, whatever they count as now. */
export async function findHeldBy(db: Reader, organisations: readonly string[]): Promise<readonly string[]> {
  if (organisations.length === 0) return [];
  const rows = await db
    .selectFrom('subject_keeper')
    .select('subject')
    .where('organisation', 'in', [...organisations])
    .execute();
  return rows.map(({ subject }) => subject);
}

/** What some subjects count as, each once, in the order of their ids. */
async function headsAmong(db: Reader, subjects: readonly string[]): Promise<readonly string[]> {
  return [...new Set((await headsOf(db, subjects)).values())].toSorted();
}
