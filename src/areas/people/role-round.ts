import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../plain/time.ts';
import { afterTerms } from './end-term.ts';
import { carryOut } from './hand-over-carry-out.ts';
import { demand, may } from './may.ts';
import { pathOfRole } from './role.ts';
import { findAnyHandOver, findDueHandOvers, sweepHandOvers } from './store-hand-over.ts';
import { sweepInvitations } from './store-invitation.ts';
import { closeOverdue, findOverdue, holdRoleById } from './store-role.ts';
import { findUnsettled, settleVacancy } from './vacancy.ts';

/**
 * What is due without anybody asking: roles change hands on the agreed day, terms end on theirs, what has
 * fallen empty is told, and what nobody accepted is forgotten. Can be repeated at any time; each role in a transaction of its own.
 */
export async function goRoleRound(ctx: Context): Promise<void> {
  demand(may.goRoleRound(ctx.actor));
  const now = ctx.clock.now();
  const today = dayOf(now);
  // Hand-overs first: a holder whose term ends today leaves no gap before the one who comes.
  for (const id of await ctx.db.read((db) => findDueHandOvers(db, today))) {
    await ctx.db.write(async (tx) => {
      const role = await holdRoleById(tx, id);
      const handOver = await findAnyHandOver(tx, id);
      if (role === null || handOver === null || handOver.confirmedOn === null || handOver.day > today) return;
      await carryOut(tx, role, handOver, now);
    });
  }
  const due = await ctx.db.read(async (db) => [...(await findOverdue(db, today)), ...(await findUnsettled(db, today))]);
  for (const id of new Set(due)) {
    const vacant = await ctx.db.write(async (tx) => {
      const role = await holdRoleById(tx, id);
      if (role === null) return null;
      await afterTerms(tx, role, await closeOverdue(tx, id, today), 'system', now);
      return (await settleVacancy(tx, role, now)) ? role : null;
    });
    if (vacant !== null) ctx.events.tell('vacancy.arisen', { path: pathOfRole(vacant) });
  }
  await ctx.db.write(async (tx) => {
    await sweepInvitations(tx, now);
    await sweepHandOvers(tx, today);
  });
}
