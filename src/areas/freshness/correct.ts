import type { Context } from '../../platform/context.ts';
import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { note } from '../../platform/chain/index.ts';
import type { Json } from '../../plain/json.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import type { Scope } from '../../plain/scope.ts';
import { onlyDay } from '../../plain/time.ts';
import type { Saying } from '../../plain/words.ts';
import { confirm, findClaims, findSubject, insertSource, say, standing, type NewClaim } from '../claims/index.ts';
import { CHANGED, findSeen, openAsk, settle, type Looked } from './answer.ts';
import type { Ask } from './confirmation-ask.ts';
import { demand, may } from './may.ts';
import { CONTACT, type Work } from './work.ts';

/** What somebody with a link says instead; `own` keeps a fact from everybody else, because it is not right any more. */
export interface Correction {
  readonly field: string;
  readonly value: Json;
  readonly scope: Extract<Scope, 'public' | 'own'>;
}

export interface Corrected extends Looked {
  readonly corrections: readonly Correction[];
  /** A sentence to the coordination. While it is unread the rest does not count as confirmed. */
  readonly note: string | null;
}

/** "Stimmt nicht mehr": says what holds instead, as whoever answers for the function mailbox, and confirms the rest. */
export async function correctByLink(
  ctx: Context,
  work: Work,
  { token, seen, corrections, note: words }: Corrected,
): Promise<Result<true, Saying>> {
  const ask = await openAsk(ctx, work, token);
  demand(may.answer(ask));
  const at = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    if ((await findSeen(tx, work, ask, seen)) === null) return not(CHANGED);
    const { source, ended } =
      corrections.length === 0 ? { source: null, ended: [] } : await sayInstead(tx, work, ask, corrections, at);
    const confirmed = words === null ? await confirm(tx, work.register, ask.subject, { role: CONTACT, at }) : [];
    await settle(tx, ask, {
      answer: 'corrected',
      act: 'entry.corrected',
      at,
      undo: { confirmed, source, ended },
      note: words,
    });
    if ((await findSubject(tx, ask.subject))?.kind === 'organisation')
      for (const { field } of corrections)
        await note(tx, ask.subject, { at, act: 'word.said', byRole: 'link', about: `field/${field}` });
    return ok(true as const);
  });
}

async function sayInstead(
  tx: Transaction,
  { register }: Work,
  { subject }: Ask,
  corrections: readonly Correction[],
  at: Date,
): Promise<{ readonly source: number; readonly ended: readonly number[] }> {
  return asSystem(tx, async () => {
    const fields = new Set(corrections.map(({ field }) => field));
    const before = standing(await findClaims(tx, [subject])).filter(
      (claim) => fields.has(claim.field) && claim.sourceKind === 'role' && claim.confirmedByRole === CONTACT,
    );
    const day = onlyDay(at);
    const source = await insertSource(
      tx,
      { kind: 'role', speaker: null, publisher: CONTACT, licence: 'unknown', takedownContact: '', retrievedAt: day },
      0,
    );
    const claims = corrections.map(({ field, value, scope }): NewClaim => ({
      subject,
      field,
      language: null,
      value,
      source,
      sourceKind: 'role',
      scope,
      saidAt: day,
      validFrom: null,
      validTo: null,
      confirmedAt: day,
      confirmedByRole: CONTACT,
    }));
    await say(tx, register, { claims, end: before, at });
    return { source, ended: before.map(({ id }) => id) };
  });
}
