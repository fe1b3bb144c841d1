import type { Hono } from 'hono';
import {
  context,
  idAt,
  keepNowhere,
  leaveNotice,
  readForm,
  type Env,
  type Request,
} from '../../../platform/http/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { saying } from '../../../plain/words.ts';
import { askedAt, findPlanOffer, offerLines } from '../../cooperations/index.ts';
import { readEntries, rowsIn, type FieldProblem } from '../forms-sheet.ts';
import { sheetPath } from '../paths.ts';
import type { SheetEntry, SheetPart } from '../sheet.ts';
import { afterQuestion, partAt, questionPath } from '../sheet-paths.ts';
import { showSheets, type SheetsShown } from '../show-sheet.ts';
import { hashOfEntries, writeSheetPart } from '../write-sheet-part.ts';
import { handSheetOver } from '../write-sheet.ts';
import type { AgreementPages } from './pages.ts';
import { ClosedSheetPage, HandOverPage } from './sheet-closed.tsx';
import { answerOpened, addOpenedSheetPages } from './sheet-opened.tsx';
import { QuestionPage } from './sheet-question.tsx';
import { sidesOf, type Side } from './sheet-sides.ts';

/** The sheets of the cooperation in the address, and what its partners are called. */
export interface SheetsSeen extends SheetsShown {
  readonly sides: readonly Side[];
}

const BASE = sheetPath(':id');

/** `/kooperationen/:id/bogen…`: each side for itself, then all together. */
export function addSheetPages(web: Hono<Env>, pages: AgreementPages): void {
  const seen = async (c: Request): Promise<SheetsSeen> => {
    keepNowhere(c);
    const cooperation = idAt(c);
    const asked = await askedAt(c);
    return c.var.read.db.read(async (db) => {
      const shown = await showSheets(db, c.var.actor, cooperation, asked);
      const names = await pages.namesOf(db, shown.partners, c.var.words);
      return { ...shown, sides: sidesOf(c.var.words, shown, names) };
    });
  };
  web.get(BASE, async (c) => {
    const sheets = await seen(c);
    if (sheets.opened.length > 0) return answerOpened(c, pages, sheets);
    return c.html(<ClosedSheetPage frame={await pages.frame(c)} sheets={sheets} />);
  });
  web.get(`${BASE}/abgeben`, async (c) => {
    const sheets = await seen(c);
    if (isDone(sheets)) return c.redirect(sheetPath(sheets.cooperation), 303);
    return c.html(<HandOverPage frame={await pages.frame(c)} sheets={sheets} isFaulty={false} />);
  });
  web.post(`${BASE}/abgeben`, async (c) => {
    const sheets = await seen(c);
    const { cooperation, own } = sheets;
    const handed = await handSheetOver(context(c), { cooperation, organisation: own }, pages);
    if (!handed.ok) return c.html(<HandOverPage frame={await pages.frame(c)} sheets={sheets} isFaulty />, 422);
    leaveNotice(c, saying(handed.value.areOpen ? 'agreements.sheet.opened' : 'agreements.sheet.handedOver'));
    return c.redirect(sheetPath(cooperation), 303);
  });
  addOpenedSheetPages(web, { ...pages, seen });
  addQuestionPages(web, pages, seen);
}

function addQuestionPages(web: Hono<Env>, { frame }: AgreementPages, seen: (c: Request) => Promise<SheetsSeen>): void {
  const answer = async (c: Request, sheets: SheetsSeen, part: SheetPart, form: QuestionForm) => (
    <QuestionPage frame={await frame(c)} sheets={sheets} part={part} {...form} />
  );
  web.get(`${BASE}/:part`, async (c) => {
    const part = knownPart(c);
    const sheets = await seen(c);
    if (isDone(sheets)) return c.redirect(sheetPath(sheets.cooperation), 303);
    const rows = sheets.words[part];
    const planned = part === 'brings' && rows.length === 0 ? await entriesInPlan(c, sheets) : [];
    const form = { rows: [...rows, ...planned], planned: planned.length, base: hashOfEntries(rows), problems: [] };
    return c.html(await answer(c, sheets, part, form));
  });
  web.post(`${BASE}/:part`, async (c) => {
    const part = knownPart(c);
    const sheets = await seen(c);
    const { cooperation, own: organisation } = sheets;
    const typed = await readForm(c);
    const base = String(typed['base'] ?? '');
    const read = readEntries(typed);
    if (!read.ok)
      return c.html(
        await answer(c, sheets, part, { rows: rowsIn(typed), planned: 0, base, problems: read.issue }),
        422,
      );
    const kept = await writeSheetPart(context(c), { cooperation, organisation, part, entries: read.value, base });
    if (!kept.ok) leaveNotice(c, saying('agreements.sheet.tooLate'));
    else if (kept.value.both) leaveNotice(c, saying('agreements.sheet.both'));
    if (!kept.ok) return c.redirect(sheetPath(cooperation), 303);
    const stays = typed['go'] === 'more' || kept.value.both;
    return c.redirect(stays ? `${questionPath(cooperation, part)}#more` : afterQuestion(cooperation, part), 303);
  });
}

/** What the own plan says that one can give: asked once, it begins the own sheet, and only there. */
async function entriesInPlan(c: Request, { cooperation, own }: SheetsSeen): Promise<readonly SheetEntry[]> {
  const offered = await c.var.read.db.read((db) => findPlanOffer(db, cooperation, own));
  if (offered === null) return [];
  return offerLines(c.var.words, offered).map((words) => ({ words, firmness: 'negotiable' }));
}

interface QuestionForm {
  readonly rows: readonly SheetEntry[];
  /** How many of the rows, the last ones, are no sentences of the sheet yet but of the own plan. */
  readonly planned: number;
  /** The hash of the sentences that this form begins with. */
  readonly base: string;
  readonly problems: readonly FieldProblem[];
}

function knownPart(c: Request): SheetPart {
  const part = partAt(c.req.param('part') ?? '');
  if (part === null) throw new NotFoundError();
  return part;
}

/** A sheet that is handed over, or whose cooperation has ended, is read, no longer written. */
function isDone({ sheet, endedOn }: SheetsSeen): boolean {
  return endedOn !== null || (sheet !== null && sheet.doneOn !== null);
}
