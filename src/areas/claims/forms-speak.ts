import type { Transaction } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import type { NewClaim } from './claim.ts';
import type { Changes } from './forms-change.ts';
import type { Voice } from './forms-desk.ts';
import type { Register } from './projection.ts';
import { say } from './say.ts';
import { sourceToday } from './store-voice.ts';

export interface Spoken {
  readonly subject: string;
  readonly voice: Voice;
  /** Under which name the voice speaks in public; for a role its name. */
  readonly publisher: string;
  readonly changes: Changes;
  readonly at: Date;
}

/** Says what a form has changed, in the caller's transaction; the policy of the verb has been asked before. */
export async function sayChanges(
  tx: Transaction,
  register: Register,
  { subject, voice, publisher, changes, at }: Spoken,
): Promise<void> {
  if (changes.fields.length === 0) return;
  const source = changes.say.length === 0 ? 0 : await sourceToday(tx, voice, publisher, at);
  const isRole = voice.kind === 'role';
  // The day is enough: nobody has to know at which hour a volunteer wrote.
  const saidAt = new Date(`${dayOf(at)}T00:00:00Z`);
  const claims = changes.say.map((word): NewClaim => ({
    ...word,
    subject,
    source,
    sourceKind: voice.kind,
    saidAt,
    validFrom: null,
    validTo: null,
    // What a role corrects it answers for; an organisation's own word holds anyway, and is confirmed apart from it.
    confirmedAt: isRole ? saidAt : null,
    confirmedByRole: isRole ? publisher : null,
  }));
  await say(tx, register, { claims, end: changes.end, at });
}
