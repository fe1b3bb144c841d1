import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  keepNowhere,
  leaveNotice,
  readForm,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying } from '../../../plain/words.ts';
import type { FormError } from '../../../ui/index.ts';
import { carryOver } from '../carry-over.ts';
import { answerPath, draftPath, entryIn } from '../draft-paths.ts';
import { dropDraft } from '../drop-draft.ts';
import { readSection, rowsOf, seenAgain, type Row, type SectionForm } from '../forms-section.ts';
import { handDraftOver } from '../hand-draft-over.ts';
import { keepDraft } from '../keep-draft.ts';
import { libraryEntry } from '../library.ts';
import { sectionAt, SECTIONS, type Section } from '../sections.ts';
import { addAnswerPages } from './answer.tsx';
import { begunFrom } from './draft-begun.ts';
import { errorsOf } from './draft-errors.ts';
import { DraftPage } from './draft-page.tsx';
import { draftPlace, type DraftPlace } from './draft-place.ts';
import { SectionPage } from './draft-section-page.tsx';
import { pickFrom } from './library-pick.ts';
import type { AgreementPages } from './pages.ts';

const BASE = draftPath(':id');

/** `/vereinbarungen/:id/entwurf…` and `/vereinbarungen/:id/vorschlaege`: what one side writes, and what the others say to it. */
export function addDraftPages(web: Hono<Env>, pages: AgreementPages): void {
  const { frame } = pages;
  web.get(BASE, async (c) => {
    keepNowhere(c);
    const place = await draftPlace(c);
    return c.html(
      <DraftPage frame={await frame(c)} place={place} isNothing={false} saved={entryIn(c.req.query('gespeichert'))} />,
    );
  });
  web.post(BASE, async (c) => {
    const place = await draftPlace(c);
    const { agreement, own: partner } = place;
    const done = await handDraftOver(context(c), { agreement, partner }, pages);
    if (!done.ok) return c.html(<DraftPage frame={await frame(c)} place={place} isNothing saved="" />, 422);
    const { count, overtaken } = done.value;
    leaveNotice(c, saying('agreements.draft.handedOver', { count, overtaken: overtaken.length }));
    return c.redirect(overtaken.length > 0 ? draftPath(agreement) : answerPath(agreement), 303);
  });
  web.post(`${BASE}/loslassen`, async (c) => {
    const { agreement, own: partner } = await draftPlace(c);
    await dropDraft(context(c), { agreement, partner, paragraph: await paragraphIn(c) });
    leaveNotice(c, saying('agreements.draft.wentAway'));
    return c.redirect(draftPath(agreement), 303);
  });
  web.post(`${BASE}/mitnehmen`, async (c) => {
    const { agreement, own: partner } = await draftPlace(c);
    const done = await carryOver(context(c), { agreement, partner, paragraph: await paragraphIn(c) });
    leaveNotice(c, saying(done.ok ? 'agreements.draft.carriedOver' : 'agreements.draft.twice'));
    return c.redirect(draftPath(agreement), 303);
  });
  addSectionPages(web, pages);
  addAnswerPages(web, pages);
}

function addSectionPages(web: Hono<Env>, { frame, namesOf, wordsIn }: AgreementPages): void {
  web.get(`${BASE}/:section`, async (c) => {
    keepNowhere(c);
    const section = knownSection(c);
    const place = await draftPlace(c);
    const more = moreIn(c.req.query('mehr'));
    const begun = await begunFrom(c, { place, section, namesOf });
    const rows = rowsOf(formOf(c, place, section), { more, begun });
    const shown = { place, section, rows, more, errors: [], entry: '', saved: entryIn(c.req.query('gespeichert')) };
    return c.html(<SectionPage frame={await frame(c)} {...shown} unfolded={c.req.query('offen')} />);
  });
  web.post(`${BASE}/:section`, async (c) => {
    const section = knownSection(c);
    const place = await draftPlace(c);
    const { agreement, own: partner } = place;
    const sent = await readForm(c);
    const [entry, more] = [entryIn(one(sent, 'entry')), moreIn(one(sent, 'more'))];
    const again = async (rows: readonly Row[], errors: readonly FormError[], status: 409 | 422) => {
      const shown = { place, section, rows, errors, entry, saved: '', more };
      return c.html(<SectionPage frame={await frame(c)} {...shown} />, status);
    };
    const form = formOf(c, place, section);
    const { rows, kept, problems } = readSection(form, sent);
    if (problems.length > 0) return again(rows, errorsOf(c.var.words, rows), 422);
    const ticked = [...new Set([sent['pick'] ?? []].flat())].flatMap((key) => libraryEntry(section, key) ?? []);
    const picked = pickFrom(form, ticked, { at: c.var.read.clock.now(), wordsIn });
    const done = await keepDraft(context(c), { agreement, partner, rows: [...kept, ...picked] });
    if (!done.ok) {
      const now = await draftPlace(c);
      const told = { text: c.var.words.say('agreements.draft.meanwhile', { count: done.issue.paragraphs.length }) };
      return again(seenAgain(formOf(c, now, section), rows), [told], 409);
    }
    leaveNotice(c, saying(picked.length === 0 ? 'agreements.draft.saved' : 'agreements.draft.picked'));
    return c.redirect(afterSaving(agreement, section, { entry, more, on: one(sent, 'then'), picked }), 303);
  });
}

/** The address names what has arrived, so that the browser no longer keeps it. */
function afterSaving(
  agreement: string,
  section: Section,
  went: {
    readonly entry: string;
    readonly more: number;
    readonly on: string;
    readonly picked: readonly { readonly paragraph: string }[];
  },
): string {
  const { entry, more, on, picked } = went;
  const next = on === 'next' ? (SECTIONS[SECTIONS.indexOf(section) + 1] ?? section) : section;
  const query = new URLSearchParams(entry === '' ? {} : { gespeichert: entry });
  if (on === 'more') query.set('mehr', String(more + 1));
  const [first] = picked;
  const asked = query.size === 0 ? '' : `?${query.toString()}`;
  if (on === 'over') return `${draftPath(agreement)}${asked}`;
  return `${draftPath(agreement, next)}${asked}${first !== undefined ? `#p-${first.paragraph}` : on === 'more' ? '#more' : ''}`;
}

function formOf(c: Request, { agreement, own, text, draft, used }: DraftPlace, section: Section): SectionForm {
  return { agreement, section, own, text, draft, used, language: c.var.words.language };
}

function knownSection(c: Request): Section {
  const section = sectionAt(c.req.param('section') ?? '');
  if (section === null) throw new NotFoundError();
  return section;
}

async function paragraphIn(c: Request): Promise<string> {
  const id = one(await readForm(c), 'paragraph');
  if (!isId(id)) throw new NotFoundError();
  return id;
}

const MOST_MORE = 20;

function moreIn(text: string | undefined): number {
  return /^\d{1,2}$/.test(text ?? '') ? Math.min(Number(text), MOST_MORE) : 0;
}

function one(sent: FormFields, name: string): string {
  const value = sent[name] ?? '';
  return typeof value === 'string' ? value : (value[0] ?? '');
}
