import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, keepNowhere, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying } from '../../../plain/words.ts';
import type { FormError } from '../../../ui/index.ts';
import { answer } from '../answer.ts';
import { answerPath, paragraphPath } from '../draft-paths.ts';
import { LONGEST_ANSWER, readAnswers, seenIn, type AnswerProblem } from '../forms-answer.ts';
import { reply } from '../reply.ts';
import { loadTable } from '../show-table.ts';
import { withdraw } from '../withdraw.ts';
import { AnswerPage } from './answer-page.tsx';
import { draftPlace } from './draft-place.ts';
import type { AgreementPages } from './pages.ts';

const BASE = answerPath(':id');

/** `/vereinbarungen/:id/vorschlaege`: what lies on the table, to answer in one go. */
export function addAnswerPages(web: Hono<Env>, pages: AgreementPages): void {
  const { frame } = pages;
  const page = async (c: Request, { typed, errors, isUnfolded }: Asked) => {
    const place = await draftPlace(c);
    const table = await c.var.read.db.read((db) => loadTable(db, { ...place, since: c.req.query('seit') }));
    return <AnswerPage frame={await frame(c)} {...{ place, table, typed, errors, isUnfolded }} />;
  };
  web.get(BASE, async (c) => {
    keepNowhere(c);
    return c.html(await page(c, { typed: () => '', errors: [], isUnfolded: c.req.query('offen') === 'alle' }));
  });
  web.post(BASE, async (c) => {
    const { agreement, own: partner, open } = await draftPlace(c);
    const sent = await readForm(c);
    const asked = [sent['change'] ?? []].flat().filter(isId);
    const { answers, problems, typed } = readAnswers(asked, sent);
    if (problems.length > 0) {
      const errors = problems.map((problem) => errorOf(c, problem));
      return c.html(await page(c, { typed, errors, isUnfolded: asked.every((id) => seenIn(sent).includes(id)) }), 422);
    }
    const done = await answer(context(c), { agreement, partner, answers }, pages);
    const version = done.version ?? 0;
    leaveNotice(
      c,
      saying('agreements.answer.done', { version, overtaken: done.overtaken.length, gone: done.gone.length }),
    );
    const countered = answers.find(({ verdict, change }) => verdict === 'counter' && !done.gone.includes(change));
    const after = open.find(({ id }) => id === countered?.change)?.after ?? null;
    return c.redirect(after === null ? answerPath(agreement) : paragraphPath(agreement, after), 303);
  });
  web.post(`${BASE}/zuruecknehmen`, async (c) => {
    const { agreement, own: partner } = await draftPlace(c);
    await withdraw(context(c), { agreement, partner, change: idIn(await readForm(c)) });
    leaveNotice(c, saying('agreements.answer.withdrawn'));
    return c.redirect(answerPath(agreement), 303);
  });
  web.post(`${BASE}/antworten`, async (c) => {
    const { agreement, own: partner } = await draftPlace(c);
    const sent = await readForm(c);
    const change = idIn(sent);
    const { answers, problems, typed } = readAnswers([change], { ...sent, [`v-${change}`]: 'ask' });
    const [problem] = problems;
    if (problem !== undefined)
      return c.html(await page(c, { typed, errors: [errorOf(c, problem)], isUnfolded: false }), 422);
    const words = answers[0]?.words ?? '';
    const done = await reply(context(c), { agreement, partner, change, words }, pages);
    leaveNotice(c, saying(done.ok ? 'agreements.answer.replied' : 'agreements.answer.gone'));
    return c.redirect(answerPath(agreement), 303);
  });
}

interface Asked {
  readonly typed: (name: string) => string;
  readonly errors: readonly FormError[];
  readonly isUnfolded: boolean;
}

// words: agreements.answer.problem.*
function errorOf(c: Request, { field, why }: AnswerProblem): FormError {
  return { field, text: c.var.words.say(`agreements.answer.problem.${why}`, { longest: LONGEST_ANSWER }) };
}

function idIn(sent: Readonly<Record<string, string | readonly string[]>>): string {
  const id = sent['change'];
  if (typeof id !== 'string' || !isId(id)) throw new NotFoundError();
  return id;
}
