import type { Context } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { saying } from '../../plain/words.ts';
import { confirm, findSubject, knownOf, showAgain } from '../claims/index.ts';
import { demand, may } from './may.ts';
import { forgetNotes } from './store.ts';
import { closeRunning } from './store-answer.ts';
import type { Work } from './work.ts';

/** Somebody of the coordination has asked in person, and it still holds. */
export async function confirmByPerson(ctx: Context, work: Work, subject: string): Promise<void> {
  demand(may.ask(ctx.actor));
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const kind = await kindOf(tx, subject);
    if ((await knownOf(tx, [subject])).get(subject)?.veil.isWithdrawn === true)
      throw new ConflictError(saying('freshness.ask.not.withdrawn'));
    await confirm(tx, work.register, subject, { role: 'coordination', at });
    await close(tx, subject);
    if (kind === 'organisation')
      await note(tx, subject, { at, act: 'entry.confirmed', byRole: roleOf(ctx), about: `subject/${subject}` });
  });
}

/** The organisation has said that it wants to be shown again; it finds the note of it in its chain. */
export async function showAgainByPerson(ctx: Context, work: Work, subject: string): Promise<void> {
  demand(may.ask(ctx.actor));
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const kind = await kindOf(tx, subject);
    await showAgain(tx, work.register, subject, at);
    if (kind === 'organisation')
      await note(tx, subject, { at, act: 'entry.shownAgain', byRole: roleOf(ctx), about: `subject/${subject}` });
  });
}

/** What was written to the coordination has been dealt with, or asking goes no further. */
export async function settleByPerson(ctx: Context, subject: string): Promise<void> {
  demand(may.ask(ctx.actor));
  await ctx.db.write((tx) => close(tx, subject));
}

async function close(tx: Transaction, subject: string): Promise<void> {
  await closeRunning(tx, subject);
  await forgetNotes(tx, subject);
}

async function kindOf(tx: Transaction, id: string): Promise<'organisation' | 'offer'> {
  const subject = await findSubject(tx, id);
  if (subject === null || subject.kind === 'network') throw new NotFoundError();
  return subject.kind;
}

function roleOf({ actor }: Context): 'coordination' | 'operator' {
  return actor.kind === 'coordination' ? 'coordination' : 'operator';
}
