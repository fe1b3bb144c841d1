import type { Context } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import type { Result } from '../../plain/result.ts';
import { sayWishes, type Changes, type Register, type Voice, type Written } from '../claims/index.ts';
import { demand, may } from './may.ts';
import { findPublicName } from './store.ts';

export interface SpeakContext extends Context {
  readonly register: Register;
}

export interface Words extends Written {
  readonly organisation: string;
}

/** An organisation says something about itself: it holds from now on, whatever the lists say. */
export async function speak(ctx: SpeakContext, words: Words): Promise<Result<Changes, 'movedOn'>> {
  demand(may.speak(ctx.actor, words.organisation));
  return save(ctx, words, { kind: 'own', speaker: words.organisation });
}

/** Whoever keeps the register says something in that role: before the lists, behind the organisation's own word. */
export async function correct(ctx: SpeakContext, words: Words): Promise<Result<Changes, 'movedOn'>> {
  demand(may.correct(ctx.actor));
  return save(ctx, words, { kind: 'role', role: ctx.actor.kind });
}

function save(
  { db, actor, clock, register }: SpeakContext,
  { organisation, ...written }: Words,
  voice: Voice,
): Promise<Result<Changes, 'movedOn'>> {
  demand(voice.kind === 'own' ? may.speak(actor, organisation) : may.correct(actor));
  return db.write(async (tx) => {
    const at = clock.now();
    const publisher = voice.kind === 'own' ? await findPublicName(tx, organisation) : voice.role;
    const said = await sayWishes(tx, register, { subject: organisation, voice, publisher, at }, written);
    if (!said.ok) return said;
    const who =
      voice.kind === 'own'
        ? { act: 'word.said', byRole: 'organisation' }
        : { act: 'word.corrected', byRole: actor.kind };
    for (const field of said.value.fields) await note(tx, organisation, { at, ...who, about: `field/${field}` });
    return said;
  });
}
