import type { Json } from '../../plain/json.ts';
import { SCOPES, type Scope } from '../../plain/scope.ts';
import type { Day } from '../../plain/time.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Claim } from './claim.ts';
import type { Field, FieldSet } from './field.ts';
import { inLanguages, project, type Facts } from './project.ts';
import { isSpoken } from './spoken.ts';
import { standing, standOn } from './stand.ts';
import { findSaidOf } from './said.ts';
import { findSources, type Source } from './store.ts';
import { decide, dissenting, freshness } from './winner.ts';

/** One field of a subject (in one language): what holds, who else speaks, what was said before. */
export interface FieldAccount {
  readonly field: Field;
  /** BCP 47; null where the field has no languages or nobody said which. */
  readonly language: string | null;
  readonly holds: Claim;
  /** Those who say the same. */
  readonly agree: readonly Claim[];
  /** Those who say something else. */
  readonly others: readonly Claim[];
  /** Words that were replaced or taken back, newest first. */
  readonly before: readonly Claim[];
}

/** Everything that a reader may know about one subject, with who said it. */
export interface Account {
  /** The facts of all scopes that this reader sees, in the shape of a projection. */
  readonly facts: Facts;
  readonly fields: readonly FieldAccount[];
  readonly sources: ReadonlyMap<number, Source>;
  /** The freshest word of somebody who answers for it; null when nobody has confirmed anything. */
  readonly confirmed: { readonly on: Date; readonly role: string } | null;
  readonly saidAt: Date;
}

export interface Wanted {
  readonly fields: FieldSet;
  readonly subject: string;
  /** What the projection shows this reader now, one row for each scope. Empty where the reader sees nothing. */
  readonly shown: readonly { readonly scope: Scope; readonly facts: Facts }[];
  /** "Stand am …": as it was known to hold on this day; null is now. */
  readonly day: Day | null;
}

/**
 * Gathers who said what. A field that the projection does not show this reader stays out entirely,
 * on earlier days too: where an organisation keeps its word to partners, no list speaks in its place.
 */
export async function accountOf(db: Reader, { fields, subject, shown, day }: Wanted): Promise<Account | null> {
  const mayKnow = (claim: Claim) =>
    shown.some(({ facts }) => isShown(facts, fields.fields.get(claim.field), claim.language));
  const all = (await findSaidOf(db, subject)).filter(mayKnow);
  const now = day === null ? standing(all) : standOn(day, all);
  const parts = accounts(
    fields,
    now,
    all.filter((claim) => !now.some(({ id }) => id === claim.id) && (day === null || claim.saidAt <= endOf(day))),
  );
  if (parts.length === 0) return null;
  const used = parts.flatMap(({ holds, agree, others, before }) => [holds, ...agree, ...others, ...before]);
  const sources = await findSources(db, [...new Set(used.map(({ source }) => source))]);
  const winners = parts.map(({ holds }) => holds);
  return {
    facts: day === null ? mergeShown(fields, shown) : mergeShown(fields, project(fields, subject, now)),
    fields: parts,
    sources: new Map(sources.map((source) => [source.id, source])),
    confirmed: lastConfirmed(winners),
    saidAt: new Date(Math.max(...winners.map(({ saidAt }) => saidAt.getTime()))),
  };
}

function accounts(fields: FieldSet, now: readonly Claim[], past: readonly Claim[]): readonly FieldAccount[] {
  return [...fields.fields.values()].flatMap((field) => {
    const spoken = [...inLanguages(field, now)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const before = inLanguages(field, past);
    return spoken.flatMap(([language, claims]): FieldAccount[] => {
      const { wins, others } = decide(claims);
      if (wins === null) return [];
      const dissent = dissenting(claims);
      return [
        {
          field,
          language: wins.language,
          holds: wins,
          agree: others.filter((claim) => !dissent.includes(claim)),
          others: dissent,
          before: (before.get(language) ?? []).toSorted((a, b) => freshness(b) - freshness(a) || b.id - a.id),
        },
      ];
    });
  });
}

/** Whether a projection shows what a claim is about: its field, and its language where the field has several. */
export function isShown(facts: Facts, field: Field | undefined, language: string | null): boolean {
  const value = field === undefined ? undefined : facts[field.name];
  return value !== undefined && (field?.perLanguage !== true || (isSpoken(value) && (language ?? 'und') in value));
}

/** Facts of several scopes as one; a field in several languages may come from several scopes. */
export function mergeShown(
  fields: FieldSet,
  parts: readonly { readonly scope: Scope; readonly facts: Facts }[],
): Facts {
  const together: Record<string, Json> = {};
  for (const { facts } of parts.toSorted((a, b) => SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope))) {
    for (const [name, value] of Object.entries(facts)) {
      const known = together[name];
      const isBoth =
        fields.fields.get(name)?.perLanguage === true && known !== undefined && isSpoken(known) && isSpoken(value);
      together[name] = isBoth ? { ...value, ...known } : (known ?? value);
    }
  }
  return together;
}

function lastConfirmed(winners: readonly Claim[]): Account['confirmed'] {
  let last: Account['confirmed'] = null;
  for (const { confirmedAt, confirmedByRole } of winners) {
    if (confirmedAt !== null && (last === null || confirmedAt > last.on))
      last = { on: confirmedAt, role: confirmedByRole ?? '' };
  }
  return last;
}

function endOf(day: Day): Date {
  return new Date(`${day}T23:59:59.999Z`);
}
