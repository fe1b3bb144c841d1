import type { Reader } from '../../../platform/database/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { idAt, keepNowhere, type Request } from '../../../platform/http/index.ts';
import { dayOf, type Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import type { Frame } from '../../../ui/index.ts';
import { findInForce, type InForce } from '../../agreements/index.ts';
import {
  findClosed,
  findCooperation,
  askedAt,
  findLeaving,
  ownOf,
  voicesOf,
  type Closure,
  type Leaving,
  type NamesOf,
} from '../../cooperations/index.ts';
import type { Voices } from '../tell.ts';

/** What the pages of looking back, ending and going are handed in. */
export interface ReviewPages {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly namesOf: NamesOf;
  readonly voices: Voices;
}

/** A cooperation as one of its partners looks back on it. */
export interface View {
  readonly cooperation: string;
  readonly title: string;
  /** In whose name the reader is here. */
  readonly own: string;
  /** The partners that the reader speaks for, mostly one. */
  readonly ownVoices: readonly string[];
  /** In the order of their names. */
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly inForce: InForce | null;
  readonly closure: Closure | null;
  /** Who is going and not gone yet. */
  readonly leaving: readonly Leaving[];
  readonly today: Day;
}

/** The cooperation in the address, with whatever else is read in the same glance; 404 for whoever is no partner. */
export async function viewAt<More>(
  c: Request,
  { namesOf }: ReviewPages,
  more: (db: Reader, cooperation: string) => Promise<More>,
): Promise<View & More> {
  keepNowhere(c);
  const { read, actor, words } = c.var;
  const id = idAt(c);
  const asked = await askedAt(c);
  return read.db.read(async (db) => {
    const found = await findCooperation(db, id);
    if (found === null) throw new NotFoundError();
    const own = ownOf(actor, found.partners, asked);
    const organisations = found.partners.map(({ organisation }) => organisation);
    const names = await namesOf(db, organisations, words);
    const { compare } = new Intl.Collator(words.tag);
    const [inForce = null] = await findInForce(db, [id]);
    const [closure = null] = await findClosed(db, [id]);
    return {
      cooperation: id,
      title: found.title === '' ? words.say('reviews.untitled') : found.title,
      own,
      ownVoices: voicesOf(actor, found.partners),
      partners: organisations
        .map((organisation) => ({ id: organisation, name: names.get(organisation) ?? words.say('reviews.unnamed') }))
        .toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
      inForce,
      closure,
      leaving: (await findLeaving(db, [id])).filter(({ leftOn }) => leftOn === null),
      today: dayOf(read.clock.now()),
      ...(await more(db, id)),
    };
  });
}

/** What a partner is called; whoever has gone keeps the name in nothing but the text that all have signed. */
export function nameIn({ partners, inForce }: View, organisation: string, words: Words): string {
  const named =
    partners.find(({ id }) => id === organisation)?.name ??
    inForce?.version.text.partners.find(({ id }) => id === organisation)?.name;
  return named ?? words.say('reviews.unnamed');
}
