import type { Transaction } from '../../platform/database/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { onlyDay } from '../../plain/time.ts';
import type { NewClaim } from './claim.ts';
import type { Field } from './field.ts';
import { changesOf, type Changes } from './forms-change.ts';
import { openDesk, type Voice } from './forms-desk.ts';
import type { Wish } from './forms-read.ts';
import type { Register } from './projection.ts';
import { say } from './say.ts';
import { sourceToday, takeTheWord } from './store-voice.ts';

/** A form as it came back. */
export interface Written {
  readonly fields: readonly Field[];
  /** Which of this voice's words the form was made from. */
  readonly base: string;
  readonly wishes: readonly Wish[];
  /** Whether the voice stands by words that others have said, and adopts them as they are. */
  readonly isAdopted: boolean;
}

/**
 * Says what a form wishes, in the caller's transaction; the policy of the verb has been asked before.
 * `movedOn`: somebody has saved since the form was made, and nothing was said.
 */
export async function sayWishes(
  tx: Transaction,
  register: Register,
  spoken: Omit<Spoken, 'changes'>,
  { fields, base, wishes, isAdopted }: Written,
): Promise<Result<Changes, 'movedOn'>> {
  const { subject, voice } = spoken;
  await takeTheWord(tx, subject);
  const desk = await openDesk(tx, { fields, subject, voice });
  if (desk.base !== base) return not('movedOn');
  const changes = changesOf(desk, wishes);
  await sayChanges(tx, register, { ...spoken, changes, isAdopted });
  return ok(changes);
}

export interface Spoken {
  readonly subject: string;
  readonly voice: Voice;
  /** Under which name the voice speaks in public; for a role its name. */
  readonly publisher: string;
  readonly changes: Changes;
  readonly isAdopted?: boolean;
  readonly at: Date;
}

/** Says what a form has changed, in the caller's transaction; the policy of the verb has been asked before. */
export async function sayChanges(
  tx: Transaction,
  register: Register,
  { subject, voice, publisher, changes, isAdopted = false, at }: Spoken,
): Promise<void> {
  if (changes.fields.length === 0) return;
  const source = changes.say.length === 0 ? 0 : await sourceToday(tx, voice, publisher, at);
  // A role answers for what it corrects. An organisation's own word holds anyway and is confirmed apart from it,
  // unless it has just stood by somebody else's.
  const role = voice.kind === 'role' ? publisher : isAdopted ? 'organisation' : null;
  const saidAt = onlyDay(at);
  const claims = changes.say.map((word): NewClaim => ({
    ...word,
    subject,
    source,
    sourceKind: voice.kind,
    saidAt,
    validFrom: null,
    validTo: null,
    confirmedAt: role === null ? null : saidAt,
    confirmedByRole: role,
  }));
  await say(tx, register, { claims, end: changes.end, at });
}
