import type { Json } from '../../plain/json.ts';
import type { Scope } from '../../plain/scope.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import type { Claim } from './claim.ts';
import type { Field, FieldSet, SubjectKind } from './field.ts';
import { isSpoken } from './spoken.ts';
import { decide } from './winner.ts';

/**
 * What holds about a subject, by field. Fields that may stand in several languages
 * hold an object language → value (`und` while the language is not known).
 */
export type Facts = Readonly<Record<string, Json>>;

/** What holds about one subject for one scope: exactly the facts of that scope, not those of wider ones. */
export interface Projected {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly scope: Scope;
  readonly facts: Facts;
  /** Other names under which it goes in public, where several entries were found to be the same. */
  readonly alsoNamed?: readonly string[];
  /** The last day a responsible role or the organisation itself stood by one of these facts. */
  readonly confirmedOn: Day | null;
  /** The last day any source said one of these facts. */
  readonly saidOn: Day;
}

/** A row of a projection as readers get it. */
export interface ShownRow {
  readonly subject: string;
  readonly scope: Scope;
  readonly facts: Facts;
  readonly confirmedOn: Day | null;
  readonly saidOn: Day;
}

/**
 * The projection of one subject: which claims hold, apart by scope. Pure; the same claims
 * in any order give the same result.
 *
 * The winner's scope counts: what an organisation says only for partners is not shown to
 * strangers even if a list says it in public, and the list's word is not shown in its place.
 */
export function project(fields: FieldSet, subject: string, claims: readonly Claim[]): readonly Projected[] {
  const scopes = new Map<Scope, { facts: Record<string, Json>; confirmed: number; said: number }>();
  for (const [name, field] of fields.fields) {
    for (const [language, spoken] of inLanguages(field, claims)) {
      const { wins } = decide(spoken);
      if (wins === null) continue;
      const part = scopes.get(wins.scope) ?? { facts: {}, confirmed: 0, said: 0 };
      scopes.set(wins.scope, part);
      part.said = Math.max(part.said, wins.saidAt.getTime());
      part.confirmed = Math.max(part.confirmed, wins.confirmedAt?.getTime() ?? 0);
      if (field.perLanguage) part.facts[name] = withLanguage(part.facts[name], language, wins.value);
      else part.facts[name] = wins.value;
    }
  }
  return [...scopes].map(([scope, part]) => ({
    subject,
    kind: fields.subject,
    scope,
    facts: part.facts,
    confirmedOn: part.confirmed === 0 ? null : dayOf(new Date(part.confirmed)),
    saidOn: dayOf(new Date(part.said)),
  }));
}

/**
 * The claims that compete for one place of a field, by language (`und` while it is not known). A field that stands
 * only once has one place, whatever language was said.
 */
export function inLanguages<Said extends Pick<Claim, 'field' | 'language'>>(
  field: Field,
  claims: readonly Said[],
): ReadonlyMap<string, readonly Said[]> {
  return Map.groupBy(
    claims.filter((claim) => claim.field === field.name),
    ({ language }) => (field.perLanguage ? (language ?? 'und') : 'und'),
  );
}

function withLanguage(before: Json | undefined, language: string, value: Json): Json {
  return { ...(isSpoken(before) ? before : {}), [language]: value };
}
