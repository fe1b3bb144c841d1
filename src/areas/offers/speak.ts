import { NotFoundError } from '../../platform/errors.ts';
import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { fold } from '../../plain/text.ts';
import {
  beginKept,
  changesOf,
  confirm,
  fieldsNamed,
  findKeepersOf,
  openDesk,
  sayChanges,
  takeTheWord,
  type Changes,
  type Field,
  type Register,
  type Wish,
} from '../claims/index.ts';
import { findPublicName, findPublicNames } from '../organisations/index.ts';
import { OFFER_FIELDS } from './fields.ts';
import { demand, may } from './may.ts';

export interface SpeakContext extends Context {
  readonly register: Register;
}

export interface Kept {
  readonly organisation: string;
  readonly offer: string;
}

/** An organisation says something about an offer that it keeps. */
export async function speakOf(
  { db, actor, clock, register }: SpeakContext,
  {
    organisation,
    offer,
    fields,
    base,
    wishes,
  }: Kept & {
    readonly fields: readonly Field[];
    readonly base: string;
    readonly wishes: readonly Wish[];
  },
): Promise<Result<Changes, 'movedOn'>> {
  demand(may.speak(actor, organisation));
  return db.write(async (tx) => {
    await demandKept(tx, { organisation, offer });
    const voice = { kind: 'own', speaker: organisation } as const;
    const desk = await openDesk(tx, { fields, subject: offer, voice });
    if (desk.base !== base) return not('movedOn');
    const said = changesOf(desk, wishes);
    const named = await renamed(tx, { organisation, offer });
    const changes = said.fields.length === 0 ? said : joined(said, named);
    const at = clock.now();
    const publisher = await findPublicName(tx, organisation);
    await sayChanges(tx, register, { subject: offer, voice, publisher, changes, at });
    if (changes.fields.length > 0)
      await note(tx, organisation, { at, act: 'offer.said', byRole: 'organisation', about: `subject/${offer}` });
    return ok(changes);
  });
}

/** An organisation tells of a new offer, under its own name as the carrier. */
export async function addOffer(
  { db, actor, clock, register }: SpeakContext,
  { organisation, wishes }: { readonly organisation: string; readonly wishes: readonly Wish[] },
): Promise<string> {
  demand(may.speak(actor, organisation));
  return db.write(async (tx) => {
    const at = clock.now();
    const offer = newId(at);
    const voice = { kind: 'own', speaker: organisation } as const;
    await beginKept(tx, { id: offer, kind: 'offer' }, organisation);
    const publisher = await findPublicName(tx, organisation);
    const changes = changesOf({ voice, words: [], base: '' }, [...wishes, ...carrier(publisher)]);
    await sayChanges(tx, register, { subject: offer, voice, publisher, changes, at });
    await note(tx, organisation, { at, act: 'offer.added', byRole: 'organisation', about: `subject/${offer}` });
    return offer;
  });
}

/** "Alles stimmt noch": the organisation stands by what everybody reads about its offer. */
export async function standByOffer({ db, actor, clock, register }: SpeakContext, kept: Kept): Promise<void> {
  demand(may.speak(actor, kept.organisation));
  await db.write(async (tx) => {
    await demandKept(tx, kept);
    const at = clock.now();
    await confirm(tx, register, kept.offer, { role: 'organisation', at });
    await note(tx, kept.organisation, {
      at,
      act: 'entry.confirmed',
      byRole: 'organisation',
      about: `subject/${kept.offer}`,
    });
  });
}

/** An offer of its own ends: the organisation takes its words back. What lists say about it stays theirs. */
export async function endOffer(
  { db, actor, clock, register }: SpeakContext,
  { organisation, offer }: Kept,
): Promise<void> {
  demand(may.speak(actor, organisation));
  await db.write(async (tx) => {
    await demandKept(tx, { organisation, offer });
    const at = clock.now();
    const voice = { kind: 'own', speaker: organisation } as const;
    const { words } = await openDesk(tx, { fields: [...OFFER_FIELDS.fields.values()], subject: offer, voice });
    const end = words.flatMap(({ mine }) => (mine === null ? [] : [mine]));
    const fields = end.map(({ field }) => field);
    await sayChanges(tx, register, {
      subject: offer,
      voice,
      publisher: '',
      changes: { say: [], end, fields, isForOthers: false },
      at,
    });
    await note(tx, organisation, { at, act: 'offer.ended', byRole: 'organisation', about: `subject/${offer}` });
  });
}

async function demandKept(tx: Transaction, { organisation, offer }: Kept): Promise<void> {
  await takeTheWord(tx, offer);
  if (!(await findKeepersOf(tx, offer)).includes(organisation)) throw new NotFoundError();
}

/** An offer follows its organisation to a new name: the carrier is known by name on pages and in lists. */
async function renamed(tx: Transaction, { organisation, offer }: Kept): Promise<Changes> {
  const voice = { kind: 'own', speaker: organisation } as const;
  const desk = await openDesk(tx, { fields: fieldsNamed(OFFER_FIELDS, ['carrier']), subject: offer, voice });
  const names = await findPublicNames(tx, organisation);
  const known = desk.words.some(
    ({ mine }) => typeof mine?.value === 'string' && names.map(fold).includes(fold(mine.value)),
  );
  return changesOf(desk, known ? [] : carrier(names[0] ?? ''));
}

function joined(one: Changes, other: Changes): Changes {
  return {
    say: [...one.say, ...other.say],
    end: [...one.end, ...other.end],
    fields: [...one.fields, ...other.fields],
    isForOthers: one.isForOthers || other.isForOthers,
  };
}

function carrier(name: string): readonly Wish[] {
  const field = OFFER_FIELDS.fields.get('carrier');
  if (name === '' || field === undefined) return [];
  return [{ field, language: null, value: name, scope: field.scope, isScopeChosen: false }];
}
