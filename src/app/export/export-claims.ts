import { join } from 'node:path';
import {
  findClaims,
  findHiddenRevisions,
  findSources,
  isShown,
  walkRegister,
  walkSources,
  type KnownSource,
  type KnownSubject,
  type StoredClaim,
} from '../../areas/claims/index.ts';
import { findShownNetworks } from '../../areas/networks/index.ts';
import { findShownOffers } from '../../areas/offers/index.ts';
import { findShownOrganisations } from '../../areas/organisations/index.ts';
import { canonical, type Json } from '../../plain/json.ts';
import type { WriteDatabase } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { REGISTER } from '../register.ts';
import { sourceKey } from './source-key.ts';
import { withFiles, type TextFile } from './text-file.ts';
import type { Written } from './written.ts';

const STEP = 500;

/**
 * Who said what, with its history, one JSON object a line in a fixed order and without numbers of the database:
 * two equal registers give equal bytes.
 */
export async function exportClaims(
  database: Pick<WriteDatabase, 'read'>,
  folder: string,
  mark: string,
): Promise<Written> {
  const paths = {
    subjects: join(folder, `subjects${mark}.jsonl`),
    claims: join(folder, `claims${mark}.jsonl`),
    sources: join(folder, `sources${mark}.jsonl`),
  };
  const counts = await withFiles((open) =>
    database.read(async (db) => ({
      ...(await writeClaims(db, open(paths.subjects), open(paths.claims), mark !== '')),
      sources: await writeSources(db, open(paths.sources)),
    })),
  );
  return { files: Object.values(paths), counts };
}

async function writeClaims(
  db: Reader,
  subjects: TextFile,
  claims: TextFile,
  isAll: boolean,
): Promise<{ subjects: number; claims: number }> {
  const hidden = await findHiddenRevisions(db);
  const counts = { subjects: 0, claims: 0 };
  for (let after: string | null = null; ;) {
    const step: readonly KnownSubject[] = await walkRegister(db, after, STEP);
    const last = step.at(-1);
    if (last === undefined) return counts;
    after = last.id;
    const said = await claimsOf(
      db,
      step.map(({ id }) => id),
      hidden,
      isAll,
    );
    const keys = await keysOf(db, said);
    const bySubject = Map.groupBy(said, (claim) => claim.subject);
    for (const { id, kind, forwardedTo } of step) {
      const own = (bySubject.get(id) ?? [])
        .map((claim) => lineOf(claim, keys.get(claim.source) ?? ''))
        .toSorted(byPlace);
      if (own.length === 0 && forwardedTo === null) continue;
      await subjects.write(`${canonical({ id, kind, forwardedTo })}\n`);
      await claims.write(own.map(({ line }) => `${line}\n`).join(''));
      counts.subjects += 1;
      counts.claims += own.length;
    }
  }
}

/** What a change that is not published yet has ended still stands. */
async function claimsOf(
  db: Reader,
  ids: readonly string[],
  hidden: ReadonlySet<number>,
  isAll: boolean,
): Promise<readonly StoredClaim[]> {
  const claims = (await findClaims(db, ids))
    .filter(({ since }) => !hidden.has(since))
    .map((claim) =>
      claim.until !== null && hidden.has(claim.until) ? { ...claim, until: null, retractedAt: null } : claim,
    );
  return isAll ? claims : onlyShown(db, ids, claims);
}

/** Where an organisation keeps its word to partners, no list speaks in its place: the field stays out, its history too. */
async function onlyShown(
  db: Reader,
  ids: readonly string[],
  claims: readonly StoredClaim[],
): Promise<readonly StoredClaim[]> {
  const rows = [
    ...(await findShownOrganisations(db, ids)).map((row) => ({ ...row, fields: REGISTER.fields.organisation })),
    ...(await findShownOffers(db, ids)).map((row) => ({ ...row, fields: REGISTER.fields.offer })),
    ...(await findShownNetworks(db, ids)).map((row) => ({ ...row, fields: REGISTER.fields.network })),
  ];
  const bySubject = new Map(rows.map((row) => [row.subject, row]));
  return claims.filter(({ subject, field, language }) => {
    const row = bySubject.get(subject);
    return row !== undefined && isShown(row.facts, row.fields.fields.get(field), language);
  });
}

async function keysOf(db: Reader, claims: readonly StoredClaim[]): Promise<ReadonlyMap<number, string>> {
  const sources = await findSources(db, [...new Set(claims.map(({ source }) => source))]);
  return new Map(sources.map((source) => [source.id, sourceKey(source)]));
}

interface Line {
  readonly place: readonly string[];
  readonly line: string;
}

function lineOf(claim: StoredClaim, source: string): Line {
  const { subject, field, language, value, scope, validFrom, validTo, confirmedByRole } = claim;
  const saidAt = claim.saidAt.toISOString();
  const line = canonical({
    subject,
    field,
    language,
    value,
    source,
    scope,
    saidAt,
    validFrom,
    validTo,
    confirmedByRole,
    confirmedAt: moment(claim.confirmedAt),
    retractedAt: moment(claim.retractedAt),
  });
  return { place: [field, language ?? '', source, saidAt, line], line };
}

function moment(at: Date | null): Json {
  return at === null ? null : at.toISOString();
}

function byPlace(a: Line, b: Line): number {
  const at = a.place.findIndex((part, index) => part !== b.place[index]);
  return at === -1 ? 0 : (a.place[at] ?? '') < (b.place[at] ?? '') ? -1 : 1;
}

async function writeSources(db: Reader, file: TextFile): Promise<number> {
  let count = 0;
  for (let page = 0; ; page += 1) {
    const sources = await walkSources(db, page, STEP);
    if (sources.length === 0) return count;
    count += sources.length;
    await file.write(sources.map((source) => `${canonical(sourceJson(source))}\n`).join(''));
  }
}

function sourceJson(source: KnownSource): Json {
  const { kind, speaker, publisher, licence, takedownContact, retrievedAt } = source;
  return {
    key: sourceKey(source),
    kind,
    speaker,
    publisher,
    licence,
    takedownContact,
    retrievedAt: retrievedAt.toISOString(),
  };
}
