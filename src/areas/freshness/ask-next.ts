import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { findLastWords } from '../claims/index.ts';
import { ask } from './ask.ts';
import { demand, may } from './may.ts';
import { findAsked } from './store.ts';
import type { Work } from './work.ts';

const AT_ONCE = 20;
/** So many are looked at: of some nobody knows a mailbox. */
const LOOK_AT = 400;

/** Asks the next twenty, those first of whom nobody has said anything for longest. Gives back how many were asked. */
export async function askNext(ctx: Context, work: Work): Promise<number> {
  demand(may.ask(ctx.actor));
  const today = dayOf(ctx.clock.now());
  const next = await ctx.db.read(async (db) =>
    findLastWords(db, { today, without: await findAsked(db), limit: LOOK_AT }),
  );
  let asked = 0;
  for (const { subject } of next) {
    if (asked === AT_ONCE) break;
    if (await isAsked(ctx, work, subject)) asked += 1;
  }
  return asked;
}

async function isAsked(ctx: Context, work: Work, subject: string): Promise<boolean> {
  try {
    return (await ask(ctx, work, subject)).ok;
  } catch (error) {
    // Somebody else has just asked the same one: the next, then.
    if (error instanceof ConflictError) return false;
    throw error;
  }
}
