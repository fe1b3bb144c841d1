import type { Reader, Transaction } from '../database/index.ts';

/** What this installation is, once it has begun. */
export interface Installation {
  /** Its name: "Landkreis Rhönau". */
  readonly site: string;
  /** The invented county: every page says so. */
  readonly invented: boolean;
}

export async function findInstallation(db: Reader): Promise<Installation | null> {
  const row = await db.selectFrom('installation').select(['site', 'invented']).executeTakeFirst();
  return row ?? null;
}

/** False when it has begun already: two people choosing at once do not overwrite each other. */
export async function insertInstallation(tx: Transaction, installation: Installation, at: Date): Promise<boolean> {
  const result = await tx
    .insertInto('installation')
    .values({ ...installation, begun_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The moment at which it began; null before. */
export async function findBeginning(db: Reader): Promise<Date | null> {
  const row = await db.selectFrom('installation').select('begun_at').executeTakeFirst();
  return row?.begun_at ?? null;
}
