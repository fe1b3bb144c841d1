import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { readCode } from '../../plain/code-words.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { demand, may } from './may.ts';
import { CODE_WORDS } from './print-codes.ts';
import { sealCode } from './seal.ts';
import { SHEET_WORDS, sheetWords } from './sheet-words.ts';
import { findCodeBehind, findDoorsInside, type Door } from './store-door.ts';
import { tellWrong } from './wrong-code.ts';

export interface Entered {
  readonly door: Door;
  /** The words of a slip, as they are spelled; null for those of a sheet. */
  readonly code: string | null;
}

/** Leads whoever types the words of a slip or a sheet to its conversation. A slip stays whole until somebody joins with it. */
export async function enterCode({ db, actor, clock }: Context, typed: string): Promise<Result<Entered, Saying>> {
  demand(may.enterCode(actor));
  const code = readCode(typed, CODE_WORDS);
  const words = readCode(typed, SHEET_WORDS);
  if (code === null && words === null) return not(saying('commonground.paper.shape'));
  return db.write(async (tx) => {
    const doors = await findDoorsInside(tx);
    const door = code === null ? doors.find(({ token }) => sheetWords(token) === words) : await doorOf(tx, doors, code);
    return door === undefined ? not(await tellWrong(tx, 'conversations', clock.now())) : ok({ door, code });
  });
}

async function doorOf(tx: Transaction, doors: readonly Door[], code: string): Promise<Door | undefined> {
  const codes = doors.map(({ conversation }) => ({ conversation, seal: sealCode(conversation, code) }));
  const behind = await findCodeBehind(tx, codes);
  return doors.find(({ conversation }) => conversation === behind);
}
