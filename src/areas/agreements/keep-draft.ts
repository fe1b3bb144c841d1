import type { Context } from '../../platform/context.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { hashOfShown, NOTHING_SHOWN, type DraftChanges } from './draft.ts';
import { demand, may } from './may.ts';
import { hashOfParagraph } from './paragraph.ts';
import type { Wish } from './propose.ts';
import { findDraftChanges, keepDraftChange, removeDraftChanges } from './store-draft.ts';
import { takeAsPartner } from './take-as-partner.ts';
import { findParagraph, type AgreementText } from './text.ts';

/** One paragraph as it comes back from a form. `seen` is the hash of what the form had shown there. */
export interface KeptRow extends Wish {
  readonly seen: string;
}

/** Somebody of the same side has written about these paragraphs since the form was made. Nothing was kept. */
export interface Meanwhile {
  readonly paragraphs: readonly string[];
}

/** Keeps what a side has written, for its own eyes. What nobody touched in the form stays as it is. */
export async function keepDraft(
  { db, actor, clock }: Context,
  {
    agreement,
    partner,
    rows,
  }: { readonly agreement: string; readonly partner: string; readonly rows: readonly KeptRow[] },
): Promise<Result<null, Meanwhile>> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const standing = await takeAsPartner(tx, agreement, partner);
    const { text } = standing.version;
    const draft = await findDraftChanges(tx, { agreement, partner });
    const touched = rows.filter((row) => isTouched(draft, row));
    const meanwhile = touched.filter((row) => hasMovedOn(draft, row));
    if (meanwhile.length > 0) return not({ paragraphs: meanwhile.map(({ paragraph }) => paragraph) });
    const at = clock.now();
    for (const row of touched) {
      const { paragraph, base, after, reason } = row;
      const change = isTaken(text, draft, row)
        ? inALineOfItsOwn({ paragraph, base, after, reason }, newId(at))
        : { paragraph, base, after, reason };
      if (changesNothing(text, change)) await removeDraftChanges(tx, { agreement, partner }, [change.paragraph]);
      else await keepDraftChange(tx, standing, { partner, change, day: dayOf(at) });
    }
    return ok(null);
  });
}

function isTouched(draft: DraftChanges, row: KeptRow): boolean {
  const now = ofParagraph(draft, row.paragraph);
  const typed = hashOfShown(row);
  return typed !== row.seen && (now === null || hashOfShown(now) !== typed);
}

function hasMovedOn(draft: DraftChanges, row: KeptRow): boolean {
  const now = ofParagraph(draft, row.paragraph);
  return !wasEmpty(row) && now !== null && hashOfShown(now) !== row.seen;
}

/** Two forms can offer the same empty line: the words of both are kept. */
function isTaken(text: AgreementText, draft: DraftChanges, row: KeptRow): boolean {
  const { paragraph } = row;
  return wasEmpty(row) && (ofParagraph(draft, paragraph) !== null || findParagraph(text, paragraph) !== null);
}

function wasEmpty({ seen }: KeptRow): boolean {
  return seen === hashOfShown(NOTHING_SHOWN);
}

function inALineOfItsOwn(change: Wish, id: string): Wish {
  return { ...change, paragraph: id, base: null, after: change.after === null ? null : { ...change.after, id } };
}

function changesNothing(text: AgreementText, { paragraph, base, after }: Wish): boolean {
  if (after === null) return base === null;
  const there = findParagraph(text, paragraph);
  return there !== null && base === hashOfParagraph(there) && hashOfParagraph(after) === base;
}

function ofParagraph(draft: DraftChanges, paragraph: string): Wish | null {
  return draft.find((one) => one.paragraph === paragraph) ?? null;
}
