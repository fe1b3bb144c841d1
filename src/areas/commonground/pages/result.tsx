import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  leaveNotice,
  readForm,
  typedIn,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { saying } from '../../../plain/words.ts';
import { asShown } from '../as-shown.ts';
import { LEAST_PEOPLE, phaseOn, type Conversation } from '../conversation.ts';
import { readDissent, type Problem } from '../forms.ts';
import { CONVERSATIONS_PATH, DOOR_PATH } from '../paths.ts';
import { settleDissent } from '../settle-dissent.ts';
import { OWN_LICENCE, tellCsv, tellJson } from '../tell-result.ts';
import { findDissents, findDissentsInside, findStands, findStandsInside, type Stand } from '../store-stand.ts';
import { findStatements, findStatementsInside } from '../store-statement.ts';
import { standOnMap } from '../own-place.ts';
import { joinedAt } from './door.tsx';
import { conversationAt, keptAt, today, type ConversationPages } from './pages.ts';
import { questionOf } from './parts.tsx';
import { ResultPage, type Shown } from './result-page.tsx';
import { stewardName } from './steward-field.tsx';

const PATH = `${CONVERSATIONS_PATH}/:id/ergebnis`;

/** `/gespraeche/:id/ergebnis` and `/g/:token/ergebnis`: what nearly all share, and only then what parts them. */
export function addResultPages(web: Hono<Env>, pages: ConversationPages): void {
  const page = async (c: Request, typed: FormFields, problems: readonly Problem[]) => {
    const { conversation, isKept } = await conversationAt(c);
    const shown = await shownAt(c, conversation);
    const path = `${CONVERSATIONS_PATH}/${conversation.id}`;
    const isOpen = phaseOn(conversation, today(c)) === 'open';
    const adding = isKept && isOpen ? `${path}/aussagen#field-text` : null;
    const more = { isSteward: isKept, typed, problems, own: null, path, back: path, adding };
    return <ResultPage frame={await pages.frame(c)} {...shown} {...more} />;
  };
  web.get(PATH, async (c) => c.html(await page(c, {}, [])));
  web.post(PATH, async (c) => {
    const { id } = await keptAt(c);
    const typed = await readForm(c);
    const dissent = readDissent(typed, typedIn(typed, 'statement'));
    if (!dissent.ok) return c.html(await page(c, typed, dissent.issue), 422);
    await settleDissent(context(c), id, dissent.value);
    leaveNotice(c, saying('commonground.dissent.done'));
    return c.redirect(`${CONVERSATIONS_PATH}/${id}/ergebnis#s-${dissent.value.statement}`, 303);
  });
  web.get(`${DOOR_PATH}/:token/ergebnis`, async (c) => {
    const { conversation, path, answers } = await joinedAt(c, pages);
    const shown = await c.var.read.db.read(async (db) => ({
      stands: await findStandsInside(db, conversation.id),
      statements: await findStatementsInside(db, conversation.id),
      dissents: await findDissentsInside(db, conversation.id),
    }));
    const stand = standAt(c, shown.stands);
    const own = answers === null || stand === null ? null : standOnMap(stand.result, answers);
    const isOpen = phaseOn(conversation, today(c)) === 'open';
    const adding = answers !== null && isOpen ? `${path}/neu` : null;
    const more = { isSteward: false, typed: {}, problems: [], own, path: null, back: path, adding };
    return c.html(
      <ResultPage frame={await pages.frame(c)} {...shown} conversation={conversation} stand={stand} {...more} />,
    );
  });
  for (const form of ['csv', 'json'] as const)
    web.get(`${CONVERSATIONS_PATH}/:id/ergebnis.${form}`, async (c) => {
      const { conversation } = await conversationAt(c);
      const { stand, statements, dissents } = await shownAt(c, conversation);
      if (stand === null) throw new NotFoundError();
      const terms = await termsOf(c, pages, conversation);
      const told = {
        conversation,
        terms,
        stand,
        statements,
        dissents,
        question: questionOf(c.var.words, conversation),
      };
      c.header('content-disposition', `attachment; filename="conversation-${stand.number}.${form}"`);
      return form === 'csv'
        ? c.body(tellCsv(told), 200, { 'content-type': 'text/csv; charset=utf-8' })
        : c.body(tellJson(told), 200, { 'content-type': 'application/json; charset=utf-8' });
    });
}

/** Who held it and where all can read it; of what was held elsewhere, what has to be said there. */
async function termsOf(c: Request, pages: ConversationPages, { id, steward, isPublic, takenFrom }: Conversation) {
  if (takenFrom !== null) return takenFrom;
  const { words } = c.var;
  const names = await c.var.read.db.read((db) => pages.namesOf(db, steward === null ? [] : [steward], words));
  const attribution = stewardName(words, names, steward);
  const address = isPublic ? new URL(`${CONVERSATIONS_PATH}/${id}/ergebnis`, pages.origin).href : '';
  return { attribution, licence: OWN_LICENCE, address };
}

async function shownAt(c: Request, conversation: Conversation): Promise<Shown> {
  const { id } = conversation;
  const found = await c.var.read.db.read(async (db) => ({
    stands: await findStands(db, id),
    statements: await findStatements(db, id),
    dissents: await findDissents(db, id),
  }));
  return { conversation, ...found, stand: standAt(c, found.stands) };
}

/** The result that `?stand=` asks for, the latest one without it. */
function standAt(c: Request, stands: readonly Stand[]): Stand | null {
  const asked = c.req.query('stand');
  const found = asked === undefined ? stands[0] : stands.find(({ number }) => String(number) === asked);
  if (asked !== undefined && found === undefined) throw new NotFoundError();
  if (found === undefined || found.result.participants < LEAST_PEOPLE) return null;
  return { ...found, result: asShown(found.result) };
}
