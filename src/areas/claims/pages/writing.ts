import { NotFoundError } from '../../../platform/errors.ts';
import type { Reader } from '../../../platform/database/index.ts';
import type { Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import type { Json } from '../../../plain/json.ts';
import type { Result } from '../../../plain/result.ts';
import type { Scope } from '../../../plain/scope.ts';
import type { Words } from '../../../plain/words.ts';
import type { Frame } from '../../../ui/index.ts';
import { mergeShown } from '../account.ts';
import type { Field, FieldSet } from '../field.ts';
import type { Changes } from '../forms-change.ts';
import { deskFor, fieldsNamed, openDesk, type Desk, type Voice } from '../forms-desk.ts';
import type { ReadPlace } from '../forms-read.ts';
import type { Written } from '../forms-speak.ts';
import type { Facts } from '../project.ts';
import { findSubject } from '../store-family.ts';
import type { Country } from '../values/reading.ts';
import type { Laid } from './field-input-answer.tsx';
import type { FormLink } from './field-input-page.tsx';

/** Fields that are written on one page. */
export interface WritingPart {
  readonly slug: string;
  /** The last part of the key of its title. */
  readonly key: string;
  readonly fields: readonly string[];
}

/** A form about a subject as it came back, and in whose name: the organisation, or the role. */
export interface WrittenBy extends Written {
  readonly subject: string;
  readonly by: string;
}

/** One way of writing about a subject: in whose name, and which parts. */
export interface WritingWay {
  /** In the address: `/organisationen/:id/bearbeiten`. */
  readonly slug: string;
  readonly kind: Voice['kind'];
  readonly parts: readonly WritingPart[];
  readonly isFor: (field: Field) => boolean;
  /** The organisation or the role in whose name this reader writes; null where the page does not exist for them. */
  readonly byWhom: (c: Request, db: Reader, subject: string) => Promise<string | null>;
  readonly text: (words: Words) => string;
  readonly save: (c: Request, written: WrittenBy) => Promise<Result<Changes, 'movedOn'>>;
  /** What an own word has besides; null for a role. */
  readonly own: OwnWay | null;
}

export interface OwnWay {
  readonly standBy: (c: Request, subject: string, by: string) => Promise<void>;
  /** To the page as strangers see it. */
  readonly previewLabel: (words: Words) => string;
  readonly moreLinks: (words: Words, subject: string) => readonly FormLink[];
}

type Common = Pick<WritingWay, 'slug' | 'kind' | 'isFor'>;

/** The own word of whoever the subject is, or who keeps it: `/…/:id/bearbeiten`. */
export const OWN_WAY: Common = { slug: 'bearbeiten', kind: 'own', isFor: () => true };

/** The word of whoever keeps the register, in a role: `/…/:id/hinweis`. */
export const ROLE_WAY: Common = {
  slug: 'hinweis',
  kind: 'role',
  // What only partners or the organisation itself may read is not the coordination's to write.
  isFor: ({ scope }) => scope === 'public' || scope === 'network',
};

/** What can be written about one kind of subject. The areas know their fields and words, the app the places and lists. */
export interface Writing {
  /** `/organisationen` */
  readonly path: string;
  readonly fields: FieldSet;
  readonly ways: readonly WritingWay[];
  readonly frame: (c: Request) => Promise<Frame>;
  readonly titleOf: (words: Words, part: WritingPart) => string;
  readonly nameless: (words: Words) => string;
  readonly back: (words: Words) => string;
  readonly shownOf: (
    db: Reader,
    subject: string,
  ) => Promise<readonly { readonly scope: Scope; readonly facts: Facts }[]>;
  readonly countryOf: (facts: Facts) => Country;
  readonly readPlaceIn: (country: Country) => ReadPlace;
  readonly scopeOf: (field: Field, facts: ReadonlyMap<string, Json>) => Scope;
  /** Titles of lists by their ids. */
  readonly titlesOf: (db: Reader, lists: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** Which part of which subject is written, and in whose name. */
export interface WritingPlace {
  readonly subject: string;
  readonly by: string;
  readonly way: WritingWay;
  readonly part: WritingPart;
}

/** For everybody who does not write here it is a page that does not exist. */
export async function placeOf(c: Request, writing: Writing, way: WritingWay): Promise<WritingPlace> {
  const subject = c.req.param('id') ?? '';
  const slug = c.req.param('part') ?? way.parts[0]?.slug;
  const part = way.parts.find((one) => one.slug === slug);
  if (!isId(subject) || part === undefined) throw new NotFoundError();
  // What is hidden takes as many queries as what does not exist: nobody can tell them apart by the clock.
  const { found, by } = await c.var.read.db.read(async (db) => ({
    found: await findSubject(db, subject),
    by: await way.byWhom(c, db, subject),
  }));
  if (by === null || found?.kind !== writing.fields.subject || found.forwardedTo !== null) throw new NotFoundError();
  return { subject, by, way, part };
}

/** A laid form, with what stands around it. */
export interface LaidForm extends Laid {
  readonly lists: ReadonlyMap<string, string>;
  readonly name: Json | undefined;
  /** All that this voice writes about, not only this part. */
  readonly whole: Desk;
}

export function lay(c: Request, writing: Writing, { subject, by, way, part }: WritingPlace): Promise<LaidForm> {
  return c.var.read.db.read(async (db) => {
    const whole = await openDesk(db, {
      fields: way.parts.flatMap((one) => fieldsIn(writing, way, one)),
      subject,
      voice: way.kind === 'own' ? { kind: 'own', speaker: by } : { kind: 'role', role: by },
    });
    const facts = mergeShown(writing.fields, await writing.shownOf(db, subject));
    const country = writing.countryOf(facts);
    const known = new Map(Object.entries(facts));
    const fields = fieldsIn(writing, way, part);
    const speakers = whole.words.flatMap(({ others }) => others.flatMap(({ source }) => source?.speaker ?? []));
    return {
      desk: deskFor(whole, fields),
      whole,
      fields,
      words: c.var.words,
      country,
      readPlace: writing.readPlaceIn(country),
      declaredScope: (field) => writing.scopeOf(field, known),
      lists: await writing.titlesOf(db, [...new Set(speakers)]),
      name: facts['name'],
    };
  });
}

export function fieldsIn({ fields }: Writing, way: WritingWay, part: WritingPart): readonly Field[] {
  return fieldsNamed(fields, part.fields).filter(way.isFor);
}
