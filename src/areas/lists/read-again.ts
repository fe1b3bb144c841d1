import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { guessMapping } from './guess-mapping.ts';
import type { ReadingChoices } from './import.ts';
import type { Mapping } from './list.ts';
import { demand, may } from './may.ts';
import { openTable } from './reading/index.ts';
import { findImport, findList, updateImport } from './store.ts';
import { beginTurn } from './store-turn.ts';

/** Reads the file of an import in another way – another sheet, another encoding – and guesses its columns anew. */
export async function readAgain(
  ctx: Context,
  id: string,
  pathOf: (file: string) => string,
  choices: ReadingChoices,
  meant: Pick<Mapping, 'subject' | 'country' | 'language'>,
): Promise<Result<null, Saying>> {
  demand(may.keepLists(ctx.actor));
  const { each, list } = await ctx.db.read(async (db) => {
    const found = await findImport(db, id);
    return { each: found, list: found === null ? null : await findList(db, found.list) };
  });
  if (each === null || list === null) throw new NotFoundError();
  if (each.file === null || !['read', 'comparing', 'compared'].includes(each.state)) {
    throw new ConflictError(saying('lists.import.alreadyTaken'));
  }
  const opened = await openTable(pathOf(each.file), choices);
  if (!opened.ok) return not(opened.issue);
  const { subject, country, language } = meant;
  const { mapping } = guessMapping(opened.value, list.mapping, subject);
  await ctx.db.write(async (tx) => {
    await beginTurn(tx, id, ctx.clock.now());
    await updateImport(tx, id, {
      state: 'read',
      choices,
      mapping: { ...mapping, country, language },
      trouble: null,
      asked: null,
    });
  });
  return ok(null);
}
