import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { hashOf } from '../../plain/json.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { demandGoingOn, findPartners } from '../cooperations/index.ts';
import { demand, may } from './may.ts';
import type { SheetEntry, SheetPart } from './sheet.ts';
import { findOwnWords, keepSheet, lockSheet } from './store-sheet.ts';

/** By this a form knows again what it was made from. */
export function hashOfEntries(entries: readonly SheetEntry[]): string {
  return hashOf(entries);
}

/**
 * Keeps one question of a sheet. Where two of the same organisation have written at once, the sentences of both stay:
 * the later one is told by `both`.
 */
export async function writeSheetPart(
  { db, actor }: Context,
  {
    cooperation,
    organisation,
    part,
    entries,
    base,
  }: {
    readonly cooperation: string;
    readonly organisation: string;
    readonly part: SheetPart;
    readonly entries: readonly SheetEntry[];
    /** The hash of the sentences that the form began with. */
    readonly base: string;
  },
): Promise<Result<{ readonly both: boolean }, 'handedOver'>> {
  demand(may.write(actor, organisation));
  return db.write(async (tx) => {
    const partners = await findPartners(tx, cooperation);
    if (!partners.some((one) => one.organisation === organisation)) throw new NotFoundError();
    await demandGoingOn(tx, cooperation);
    await lockSheet(tx, cooperation);
    const written = await findOwnWords(tx, cooperation, organisation);
    const both = hashOfEntries(written[part]) !== base;
    const kept = both ? united(written[part], entries) : entries;
    const words = { ...written, [part]: kept };
    return (await keepSheet(tx, { cooperation, organisation, words })) ? ok({ both }) : not('handedOver');
  });
}

/** What stands there, and after it what is new: the same sentence stands once, as firm as it was said last. */
function united(there: readonly SheetEntry[], more: readonly SheetEntry[]): readonly SheetEntry[] {
  const later = new Map(more.map((entry) => [entry.words, entry]));
  const said = new Set(there.map(({ words }) => words));
  return [...there.map((entry) => later.get(entry.words) ?? entry), ...more.filter(({ words }) => !said.has(words))];
}
