import type { Context } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import {
  changesOf,
  openDesk,
  sayChanges,
  takeTheWord,
  type Changes,
  type Field,
  type Register,
  type Voice,
  type Wish,
} from '../claims/index.ts';
import { demand, may } from './may.ts';
import { findPublicName } from './store.ts';

export interface SpeakContext extends Context {
  readonly register: Register;
}

export interface Words {
  readonly organisation: string;
  readonly fields: readonly Field[];
  /** The words that the form was made from. */
  readonly base: string;
  readonly wishes: readonly Wish[];
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
  { organisation, fields, base, wishes }: Words,
  voice: Voice,
): Promise<Result<Changes, 'movedOn'>> {
  demand(voice.kind === 'own' ? may.speak(actor, organisation) : may.correct(actor));
  return db.write(async (tx) => {
    await takeTheWord(tx, organisation);
    const desk = await openDesk(tx, { fields, subject: organisation, voice });
    if (desk.base !== base) return not('movedOn');
    const changes = changesOf(desk, wishes);
    const at = clock.now();
    const isOwn = voice.kind === 'own';
    const publisher = voice.kind === 'own' ? await findPublicName(tx, organisation) : voice.role;
    await sayChanges(tx, register, { subject: organisation, voice, publisher, changes, at });
    for (const field of changes.fields) {
      const act = isOwn ? 'word.said' : 'word.corrected';
      await note(tx, organisation, { at, act, byRole: isOwn ? 'organisation' : actor.kind, about: `field/${field}` });
    }
    return ok(changes);
  });
}
