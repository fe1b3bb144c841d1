import type { Hono } from 'hono';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { saying } from '../../../plain/words.ts';
import { ask } from '../ask.ts';
import { answerQuestions } from '../choose-columns.ts';
import { drop } from '../drop.ts';
import { isUnderWay, OUTCOMES, type Import } from '../import.ts';
import type { List } from '../list.ts';
import { demand, may } from '../may.ts';
import { nameSubjects } from '../show-list.ts';
import { questionsOf } from '../spellings.ts';
import { findRenamedAsked } from '../store-renamed.ts';
import { findComparedRows, findQuestions, findVanished } from '../store-rows.ts';
import { importAt, REFRESH, type ListPages } from './access.ts';
import { isHeldUp } from './held-up.tsx';
import { ComparingPage, DropPage, PreviewPage, type Opened } from './preview-page.tsx';

const PAGE_ROWS = 50;

/** `/importe/:id` to wherever it is, `/importe/:id/vorschau`: what would change, before anything does. */
export function addPreviewPages(web: Hono<Env>, { frame, gazetteer, imports, send }: ListPages): void {
  web.get('/importe/:id', async (c) => {
    const { each } = await importAt(c);
    return c.redirect(`/importe/${each.id}/${pageOf(each)}`, 303);
  });
  web.get('/importe/:id/stand.json', async (c) => {
    const { each } = await importAt(c);
    return c.json(standingOf(c, each));
  });
  web.get('/importe/:id/vorschau', async (c) => {
    const { each, list } = await importAt(c);
    if (each.state === 'comparing') {
      const refresh = isHeldUp(each, c.var.read.clock.now()) ? undefined : REFRESH;
      return c.html(<ComparingPage frame={await frame(c)} each={each} list={list} refresh={refresh} />);
    }
    if (each.state !== 'compared') return c.redirect(`/importe/${each.id}/${pageOf(each)}`, 303);
    return c.html(await show(c, each, list));
  });
  const show = async (c: Request, each: Import, list: List, problem: string | null = null) => {
    const opened = await openRows(c, each);
    const { questions, renamed, names } = await c.var.read.db.read(async (db) => {
      const rows = await findRenamedAsked(db, each.id, PAGE_ROWS);
      const subjects = rows.map(({ subject }) => subject);
      return {
        questions: await findQuestions(db, each.id),
        renamed: rows,
        names: await nameSubjects(db, each.list, subjects),
      };
    });
    const places = placesIn(each, questions).map(({ choices, ...question }) => ({
      ...question,
      choices: choices
        .flatMap((id) => gazetteer.place(id) ?? [])
        .map(({ id, name, parent }) => ({
          id,
          name: [...new Set([name, parent === null ? name : (gazetteer.place(parent)?.name ?? name)])].join(', '),
        })),
    }));
    const nameless = c.var.words.say('lists.row.nameless');
    const asked = {
      places,
      renamed: renamed.map(({ key, name, subject }) => ({ key, name, before: names.get(subject)?.name ?? nameless })),
    };
    return (
      <PreviewPage frame={await frame(c)} each={each} list={list} opened={opened} asked={asked} problem={problem} />
    );
  };
  web.post('/importe/:id/vorschau', async (c) => {
    demand(may.keepLists(c.var.actor));
    const { each, list } = await importAt(c);
    const typed = await readForm(c);
    if (typed['do'] === 'again') {
      await ask(context(c), each.id, 'compare');
      await send(each.id, 'compare');
      return c.redirect(`/importe/${each.id}/vorschau`, 303);
    }
    const { questions, renamed } = await c.var.read.db.read(async (db) => ({
      questions: await findQuestions(db, each.id),
      renamed: await findRenamedAsked(db, each.id, PAGE_ROWS),
    }));
    const answers = new Map([
      ...placesIn(each, questions).flatMap(({ spellings, choices }, index): [string, string][] => {
        const answer = typed[`place.${index}`];
        if (answer === 'none') return spellings.map((place) => [place, '']);
        return typeof answer === 'string' && choices.includes(answer) ? spellings.map((place) => [place, answer]) : [];
      }),
      ...renamed.flatMap(({ key, was }, index): [string, string][] => {
        const answer = typed[`row.${index}`];
        return answer === 'renamed' ? [[key, was]] : answer === 'none' ? [[key, '']] : [];
      }),
    ]);
    if (answers.size === 0 && each.state === 'compared') {
      return c.html(await show(c, each, list, c.var.words.say('lists.questions.missing')), 422);
    }
    await answerQuestions(context(c), each.id, answers);
    await send(each.id, 'compare');
    return c.redirect(`/importe/${each.id}/vorschau`, 303);
  });
  web.get('/importe/:id/verwerfen', async (c) => {
    const { each, list } = await importAt(c);
    return c.html(<DropPage frame={await frame(c)} each={each} list={list} />);
  });
  web.post('/importe/:id/verwerfen', async (c) => {
    demand(may.keepLists(c.var.actor));
    const { each, list } = await importAt(c);
    await drop({ ...imports, ...context(c) }, each.id);
    leaveNotice(c, saying('lists.drop.done', { file: each.fileName }));
    return c.redirect(`/listen/${list.id}`, 303);
  });
}

function placesIn({ mapping }: Import, asked: Parameters<typeof questionsOf>[0]) {
  return mapping === null ? [] : questionsOf(asked, mapping.country);
}

function pageOf({ state, asked }: Import): string {
  if (state === 'read') return 'spalten';
  return state === 'comparing' || (state === 'compared' && asked !== 'take') ? 'vorschau' : 'uebernahme';
}

/** For the island `live-progress`. */
function standingOf(c: Request, each: Import) {
  const { words } = c.var;
  const isBack = each.state === 'takingBack';
  const finished = !isUnderWay(each) || isHeldUp(each, c.var.read.clock.now());
  const total = each.state === 'taking' ? each.counts.rows : null;
  const text = isBack
    ? words.say('lists.back.underWay')
    : total === null
      ? words.say('lists.preview.counted', { count: each.done })
      : words.say('lists.take.counted', { done: each.done, total });
  return { done: each.done, total, text, finished };
}

/** The rows of the outcome that the address opens, with the way to the next ones. */
async function openRows(c: Request, each: Import): Promise<Opened | null> {
  const asked = c.req.query('zeige');
  if (asked === 'vanished') {
    const rows = await c.var.read.db.read(async (db) => {
      const found = await findVanished(db, each.list, each.id, {
        after: c.req.query('nach') ?? '',
        limit: PAGE_ROWS + 1,
      });
      const names = await nameSubjects(
        db,
        each.list,
        found.map(({ subject }) => subject),
      );
      return found.map(({ key, subject }) => ({ key, subject, name: names.get(subject)?.name ?? null }));
    });
    const shown = rows.slice(0, PAGE_ROWS);
    return { outcome: 'vanished', rows: shown, next: rows.length > PAGE_ROWS ? (shown.at(-1)?.key ?? null) : null };
  }
  const outcome = OUTCOMES.find((known) => known === asked);
  if (outcome === undefined) return null;
  const after = Number.parseInt(c.req.query('nach') ?? '0', 10);
  const found = await c.var.read.db.read((db) =>
    findComparedRows(db, each.id, {
      after: Number.isFinite(after) ? after : 0,
      limit: PAGE_ROWS + 1,
      outcomes: [outcome],
    }),
  );
  const rows = found.slice(0, PAGE_ROWS);
  return { outcome, rows, next: found.length > PAGE_ROWS ? (rows.at(-1)?.row ?? null) : null };
}
