import { canonical } from '../../plain/json.ts';
import { narrowest, SCOPES, type Scope } from '../../plain/scope.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Claim } from './claim.ts';
import type { Field, FieldSet } from './field.ts';
import { inLanguages } from './project.ts';
import { standing } from './stand.ts';
import { findSaidOf } from './said.ts';
import { findSources, type Source } from './store.ts';
import { findFamily } from './store-family.ts';
import { decide } from './winner.ts';

/** Who writes into a form: an organisation in its own name, or whoever keeps the register, in a role. */
export type Voice =
  | { readonly kind: 'own'; readonly speaker: string }
  | { readonly kind: 'role'; readonly role: string };

/** What somebody else says about the same. */
export interface Other {
  readonly claim: Claim;
  readonly source: Source | undefined;
}

/** One place to write in: a field, in one of its languages. */
export interface Word {
  readonly field: Field;
  /** BCP 47; null where the field has no languages or nobody said which. */
  readonly language: string | null;
  /** What this voice has said so far. */
  readonly mine: Claim | null;
  /** What else it has said about the same, under entries that were found to be the same. Ends with it. */
  readonly mineToo?: readonly Claim[];
  /** The others, in the order in which they would hold. Of equal ones the first. */
  readonly others: readonly Other[];
}

/** Everything that a form about one subject begins with. */
export interface Desk {
  readonly voice: Voice;
  readonly words: readonly Word[];
  /** Which of this voice's words the form was made from: who saves over others is told. */
  readonly base: string;
}

/** Lays out what is said about some fields of a subject. Without a subject the desk is empty: a new one begins. */
export async function openDesk(
  db: Reader,
  { fields, subject, voice }: { fields: readonly Field[]; subject: string | null; voice: Voice },
): Promise<Desk> {
  const claims = subject === null ? [] : standing(await findSaidOf(db, subject));
  const sources = new Map(
    (await findSources(db, [...new Set(claims.map(({ source }) => source))])).map((source) => [source.id, source]),
  );
  const speakers = voice.kind === 'own' ? await findFamily(db, [voice.speaker]) : [];
  const isMine = (claim: Claim) => isOf(voice, speakers, claim, sources.get(claim.source));
  return deskWith(
    voice,
    fields.flatMap((field) => wordsOf(field, claims, sources, isMine)),
  );
}

/** The part of a desk that is about some fields. */
export function deskFor({ voice, words }: Desk, fields: readonly Field[]): Desk {
  return deskWith(
    voice,
    words.filter(({ field }) => fields.includes(field)),
  );
}

function deskWith(voice: Voice, words: readonly Word[]): Desk {
  const mine = words.flatMap((word) => (word.mine === null ? [] : [word.mine.id]));
  return { voice, words, base: mine.toSorted((a, b) => a - b).join('.') };
}

/** The declared fields with these names, in the order asked for. */
export function fieldsNamed(set: FieldSet, names: readonly string[]): readonly Field[] {
  return names.flatMap((name) => set.fields.get(name) ?? []);
}

function wordsOf(
  field: Field,
  claims: readonly Claim[],
  sources: ReadonlyMap<number, Source>,
  isMine: (claim: Claim) => boolean,
): readonly Word[] {
  const byLanguage = inLanguages(field, claims);
  if (byLanguage.size === 0) return field.perLanguage ? [] : [{ field, language: null, mine: null, others: [] }];
  return [...byLanguage]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, spoken]) => {
      const { wins, others } = decide(spoken);
      const ordered = wins === null ? [] : [wins, ...others];
      const [mine = null, ...mineToo] = ordered.filter(isMine);
      const seen = new Set(mine === null ? [] : [canonical(mine.value)]);
      return {
        field,
        language: !field.perLanguage || language === 'und' ? null : language,
        mine,
        mineToo,
        others: ordered.flatMap((claim): Other[] => {
          const value = canonical(claim.value);
          if (isMine(claim) || seen.has(value)) return [];
          seen.add(value);
          return [{ claim, source: sources.get(claim.source) }];
        }),
      };
    });
}

function isOf(voice: Voice, speakers: readonly string[], claim: Claim, source: Source | undefined): boolean {
  if (claim.sourceKind !== voice.kind) return false;
  return voice.kind === 'role' ? source?.publisher === voice.role : speakers.includes(source?.speaker ?? '');
}

/** Whose eyes a field may be for. */
export function scopesOf(field: Field): readonly Scope[] {
  return field.neverWider ? SCOPES.slice(SCOPES.indexOf(field.scope)) : SCOPES;
}

/** Whose eyes a field of this voice is for now. While it says nothing: the declared ones, never wider than what holds. */
export function scopeNow(desk: Desk, field: Field, declared: Scope): Scope {
  const words = desk.words.filter((word) => word.field.name === field.name);
  const mine = words.find((word) => word.mine !== null)?.mine;
  if (mine !== undefined && mine !== null) return mine.scope;
  return narrowest([declared, ...words.flatMap(({ others }) => others[0]?.claim.scope ?? [])]);
}
