import { sql } from 'kysely';
import { NotFoundError } from '../../platform/errors.ts';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { demandGoingOn, findClosed } from '../cooperations/index.ts';
import type { Confirmation, Draft } from './may-be-signed.ts';
import { hashOfParagraph } from './paragraph.ts';
import type { Signature } from './signature.ts';
import { findInForce } from './store-in-force.ts';
import { hashOfVersion, type Version } from './version.ts';
import './tables.ts';

/** Where an agreement stands now: its newest version. Once all is over, what was in force last, if anything was. */
export interface Standing {
  readonly id: string;
  readonly cooperation: string;
  readonly version: Version;
  readonly hash: string;
}

/** False when the cooperation has its agreement already. */
export async function insertAgreement(
  tx: Transaction,
  agreement: { readonly id: string; readonly cooperation: string; readonly day: Day },
): Promise<boolean> {
  const { id, cooperation, day } = agreement;
  const row = await tx
    .insertInto('agreement')
    .values({ id, cooperation, begun_on: day })
    .onConflict((conflict) => conflict.column('cooperation').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The agreements of some cooperations, by these. */
export async function findAgreementsIn(
  db: Reader,
  cooperations: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('agreement')
    .select(['id', 'cooperation'])
    .where('cooperation', 'in', cooperations)
    .execute();
  return new Map(rows.map(({ id, cooperation }) => [cooperation, id]));
}

/** The agreement of a cooperation; null while there is none. */
export async function findAgreementOf(db: Reader, cooperation: string): Promise<string | null> {
  return (await findAgreementsIn(db, [cooperation])).get(cooperation) ?? null;
}

/**
 * Until this transaction ends nobody else changes this agreement. 404 for whoever is no partner; what has ended is no
 * longer changed by anybody.
 */
export async function takeAgreement(tx: Transaction, id: string): Promise<Standing> {
  await sql`select id from agreement where id = ${id} for update`.execute(tx);
  const standing = await findStanding(tx, id);
  await demandGoingOn(tx, standing.cooperation);
  return standing;
}

export async function findStandings(db: Reader, agreements: readonly string[]): Promise<readonly Standing[]> {
  if (agreements.length === 0) return [];
  const newest = await db
    .selectFrom('agreement_version')
    .distinctOn('agreement')
    .select(['agreement as id', 'cooperation', 'hash', 'content as version'])
    .where('agreement', 'in', agreements)
    .orderBy('agreement')
    .orderBy('number', 'desc')
    .execute();
  const closed = await findClosed(
    db,
    newest.map(({ cooperation }) => cooperation),
  );
  const inForce = await findInForce(
    db,
    closed.map(({ cooperation }) => cooperation),
  );
  return newest.map((standing) => {
    const held = inForce.find(({ agreement }) => agreement === standing.id);
    return held === undefined ? standing : { ...standing, version: held.version, hash: held.hash };
  });
}

export async function findStanding(db: Reader, id: string): Promise<Standing> {
  const [standing] = await findStandings(db, [id]);
  if (standing === undefined) throw new NotFoundError();
  return standing;
}

export async function findVersions(
  db: Reader,
  agreement: string,
): Promise<readonly { readonly version: Version; readonly hash: string }[]> {
  const rows = await db
    .selectFrom('agreement_version')
    .select(['hash', 'content'])
    .where('agreement', '=', agreement)
    .orderBy('number')
    .execute();
  return rows.map(({ hash, content }) => ({ version: content, hash }));
}

export async function insertVersion(tx: Transaction, cooperation: string, version: Version): Promise<string> {
  const hash = hashOfVersion(version);
  const hashes = Object.fromEntries(version.text.paragraphs.map((one) => [one.id, hashOfParagraph(one)]));
  await tx
    .insertInto('agreement_version')
    .values({
      agreement: version.agreement,
      cooperation,
      number: version.number,
      hash,
      content: JSON.stringify(version),
      paragraph_hashes: JSON.stringify(hashes),
    })
    .execute();
  return hash;
}

/** All that decides whether the newest version may be signed, for each of these agreements. */
export async function findDrafts(db: Reader, standings: readonly Standing[]): Promise<(standing: Standing) => Draft> {
  const [agreements, cooperations] = [standings.map(({ id }) => id), standings.map(({ cooperation }) => cooperation)];
  const confirmations = await findConfirmations(db, agreements);
  const done = await findDone(db, cooperations);
  return ({ id, cooperation, version: { text } }) => ({
    text,
    confirmations: confirmations.get(id) ?? [],
    mirrored: (done.get(cooperation) ?? []).map(({ organisation }) => organisation),
  });
}

export async function findDraft(db: Reader, standing: Standing): Promise<Draft> {
  return (await findDrafts(db, [standing]))(standing);
}

async function findConfirmations(
  db: Reader,
  agreements: readonly string[],
): Promise<ReadonlyMap<string, readonly Confirmation[]>> {
  if (agreements.length === 0) return new Map();
  const rows = await db
    .selectFrom('paragraph_confirmation')
    .select(['agreement', 'partner', 'hash'])
    .where('agreement', 'in', agreements)
    .orderBy('partner')
    .orderBy('hash')
    .execute();
  const said = Map.groupBy(rows, ({ agreement }) => agreement);
  return new Map([...said].map(([agreement, all]) => [agreement, all.map(({ partner, hash }) => ({ partner, hash }))]));
}

/** Whose sheets are done; before all are opened one reads only one's own, so the program looks. */
async function findDone(db: Reader, cooperations: readonly string[]) {
  if (cooperations.length === 0) return new Map<string, { readonly organisation: string }[]>();
  const rows = await asSystem(db, () =>
    db
      .selectFrom('sheet')
      .select(['cooperation', 'organisation'])
      .where('cooperation', 'in', cooperations)
      .where('done_on', 'is not', null)
      .execute(),
  );
  return Map.groupBy(rows, ({ cooperation }) => cooperation);
}

export async function insertConfirmation(
  tx: Transaction,
  { id, cooperation }: Pick<Standing, 'id' | 'cooperation'>,
  { partner, hash }: Confirmation,
  day: Day,
): Promise<void> {
  await tx
    .insertInto('paragraph_confirmation')
    .values({ agreement: id, cooperation, partner, hash, day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether somebody has signed a version in which a paragraph stands in exactly these words. */
export async function isSigned(db: Reader, agreement: string, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('agreement_version as v')
    .innerJoin('agreement_signature as s', (join) =>
      join.onRef('s.agreement', '=', 'v.agreement').onRef('s.number', '=', 'v.number'),
    )
    .select('v.number')
    .where('v.agreement', '=', agreement)
    .where(sql<boolean>`exists (select 1 from jsonb_each_text(v.paragraph_hashes) p where p.value = ${hash})`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function removeConfirmation(
  tx: Transaction,
  agreement: string,
  { partner, hash }: Confirmation,
): Promise<void> {
  await tx
    .deleteFrom('paragraph_confirmation')
    .where('agreement', '=', agreement)
    .where('partner', '=', partner)
    .where('hash', '=', hash)
    .execute();
}

/** False when this partner had signed it already. */
export async function insertSignature(
  tx: Transaction,
  { id, cooperation, version }: Standing,
  signature: Signature,
): Promise<boolean> {
  const row = await tx
    .insertInto('agreement_signature')
    .values({
      agreement: id,
      cooperation,
      number: version.number,
      ...signature,
      proof: JSON.stringify(signature.proof),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('partner')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findSignatures(db: Reader, agreement: string): Promise<readonly Signature[]> {
  return db
    .selectFrom('agreement_signature')
    .select(['version', 'partner', 'day', 'proof'])
    .where('agreement', '=', agreement)
    .orderBy('number')
    .orderBy('partner')
    .execute();
}

/** Which versions a partner has signed, by their hashes. */
export async function findSigned(
  db: Reader,
  hashes: readonly string[],
): Promise<(partner: string, hash: string) => boolean> {
  if (hashes.length === 0) return () => false;
  const rows = await db
    .selectFrom('agreement_signature')
    .select(['partner', 'version'])
    .where('version', 'in', hashes)
    .execute();
  return (partner, hash) => rows.some((one) => one.partner === partner && one.version === hash);
}
