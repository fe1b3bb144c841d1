import { saying } from '../../plain/words.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { Import, ReadingChoices } from './import.ts';
import type { Mapping } from './list.ts';
import { demand, may } from './may.ts';
import { findImport, rememberAnswer, updateImport } from './store.ts';
import { beginTurn } from './store-turn.ts';

/** Settles how the columns of a file are read; what was compared before is compared anew. */
export async function chooseColumns(
  ctx: Context,
  id: string,
  mapping: Mapping,
  choices: ReadingChoices,
): Promise<void> {
  demand(may.keepLists(ctx.actor));
  await ctx.db.write(async (tx) => {
    await beginTurn(tx, id, ctx.clock.now());
    open(await findImport(tx, id));
    await updateImport(tx, id, { mapping, choices, state: 'comparing', done: 0, trouble: null, asked: 'compare' });
  });
}

/** Answers what a list means by a place or a row; the comparison is made anew with the answers, and they are remembered. */
export async function answerQuestions(ctx: Context, id: string, answers: ReadonlyMap<string, string>): Promise<void> {
  demand(may.keepLists(ctx.actor));
  await ctx.db.write(async (tx) => {
    await beginTurn(tx, id, ctx.clock.now());
    const each = open(await findImport(tx, id));
    for (const [asked, answer] of answers) await rememberAnswer(tx, each.list, asked, answer);
    await updateImport(tx, id, { state: 'comparing', done: 0, trouble: null, asked: 'compare' });
  });
}

function open(each: Import | null): Import {
  if (each === null) throw new NotFoundError();
  if (each.state !== 'read' && each.state !== 'compared' && each.state !== 'comparing') {
    throw new ConflictError(saying('lists.import.alreadyTaken'));
  }
  return each;
}
