import type { ReadContext } from '../../../platform/context.ts';
import type { Reader } from '../../../platform/database/index.ts';
import { keepNowhere, type Request } from '../../../platform/http/index.ts';
import { organisationsOf } from '../../../plain/actor.ts';
import type { Day } from '../../../plain/time.ts';
import type { Saying, Words } from '../../../plain/words.ts';
import type { Frame } from '../../../ui/index.ts';
import { seeCooperation, type Seen } from '../load.ts';
import type { CooperationPart, Pointer } from '../part.ts';
import type { Candidate, Criteria } from '../suggest.ts';

/** The names of organisations as this reader may know them; whoever is not in the map has none. */
export type NamesOf = (
  db: Reader,
  organisations: readonly string[],
  words: Words,
) => Promise<ReadonlyMap<string, string>>;

/** What can be read of an organisation beside its match. */
export interface Profile extends Candidate {
  readonly name: Written;
  /** The name by which others know it, where that is another one. */
  readonly otherName: Written | null;
  /** What it says about what it knows and does; null where it says nothing. */
  readonly about: Written | null;
}

/** A text and its language; null while nobody said which. */
export interface Written {
  readonly language: string | null;
  readonly text: string;
}

/** What the pages of cooperations are handed in: everything that other areas know. */
export interface CooperationPages {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly namesOf: NamesOf;
  readonly parts: readonly CooperationPart[];
  /** Where deadlines are, and how far off the next one is for these organisations. */
  readonly nextDeadline: (
    db: Reader,
    organisations: readonly string[],
    today: Day,
  ) => Promise<{ readonly href: string; readonly title: Saying; readonly note: Saying }>;
  /** What waits for an answer of these organisations before they are partners of whoever asks. */
  readonly waitingFor: (db: Reader, organisations: readonly string[], words: Words) => Promise<readonly Pointer[]>;
  /** The fields of action and their names. */
  readonly fieldsOfAction: (words: Words) => readonly { readonly value: string; readonly label: string }[];
  /** Organisations that may fit, as the one who looks may see them; nothing of it is kept. */
  readonly candidatesFor: (ctx: ReadContext, criteria: Criteria) => Promise<readonly Profile[]>;
  /** The place that is meant by what was typed; null while that is not clear. */
  readonly placeOf: (typed: string) => Criteria['place'];
}

/** The cooperation in the address, as one of its partners; for everybody else there is no such page. */
export async function seenAt(c: Request, asked: string | null = null): Promise<Seen> {
  keepNowhere(c);
  return c.var.read.db.read((db) => seeCooperation(db, c.var.actor, c.req.param('id') ?? '', asked));
}

/** The organisations that the reader speaks for, with their names, in the order of the alphabet. */
export async function ownOrganisations(c: Request, { namesOf }: CooperationPages): Promise<readonly Named[]> {
  const own = organisationsOf(c.var.actor);
  if (own.length === 0) return [];
  return named(own, await c.var.read.db.read((db) => namesOf(db, own, c.var.words)), c.var.words);
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Organisations with their names, in the order of the alphabet; one without a name is called so. */
export function named(
  organisations: readonly string[],
  names: ReadonlyMap<string, string>,
  words: Words,
): readonly Named[] {
  const { compare } = new Intl.Collator(words.tag);
  return organisations
    .map((id) => ({ id, name: names.get(id) ?? words.say('cooperations.unnamed') }))
    .toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** What a cooperation is called. */
export function titleOf(words: Words, { title }: { readonly title: string }): string {
  return title === '' ? words.say('cooperations.untitled') : title;
}
