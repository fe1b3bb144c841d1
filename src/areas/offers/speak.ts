import { note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Result } from '../../plain/result.ts';
import { fold } from '../../plain/text.ts';
import {
  changesOf,
  fieldsNamed,
  openDesk,
  sayChanges,
  sayWishes,
  type Changes,
  type Wish,
  type Written,
} from '../claims/index.ts';
import { findPublicName, findPublicNames } from '../organisations/index.ts';
import { OFFER_FIELDS } from './fields.ts';
import { demandKept, type Kept, type SpeakContext } from './kept.ts';
import { demand, may } from './may.ts';

/** An organisation says something about an offer that it keeps. */
export async function speakOf(
  { db, actor, clock, register }: SpeakContext,
  { organisation, offer, ...written }: Kept & Written,
): Promise<Result<Changes, 'movedOn'>> {
  demand(may.speak(actor, organisation));
  return db.write(async (tx) => {
    await demandKept(tx, { organisation, offer });
    const at = clock.now();
    const spoken = {
      subject: offer,
      voice: { kind: 'own', speaker: organisation } as const,
      publisher: await findPublicName(tx, organisation),
      at,
    };
    const said = await sayWishes(tx, register, spoken, written);
    if (said.ok && said.value.fields.length > 0) {
      await sayChanges(tx, register, { ...spoken, changes: await renamed(tx, { organisation, offer }) });
      await note(tx, organisation, { at, act: 'offer.said', byRole: 'organisation', about: `subject/${offer}` });
    }
    return said;
  });
}

/** An offer follows its organisation to a new name: the carrier is known by name on pages and in lists. */
async function renamed(tx: Transaction, { organisation, offer }: Kept): Promise<Changes> {
  const voice = { kind: 'own', speaker: organisation } as const;
  const desk = await openDesk(tx, { fields: fieldsNamed(OFFER_FIELDS, ['carrier']), subject: offer, voice });
  const names = await findPublicNames(tx, organisation);
  const known = desk.words.some(
    ({ mine }) => typeof mine?.value === 'string' && names.map(fold).includes(fold(mine.value)),
  );
  return changesOf(desk, known ? [] : carrierWish(names[0] ?? ''));
}

/** Who carries an offer, by name. */
export function carrierWish(name: string): readonly Wish[] {
  const field = OFFER_FIELDS.fields.get('carrier');
  if (name === '' || field === undefined) return [];
  return [{ field, language: null, value: name, scope: field.scope, isScopeChosen: false }];
}
