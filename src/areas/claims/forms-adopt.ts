import { not, ok, type Result } from '../../plain/result.ts';
import { narrowest, type Scope } from '../../plain/scope.ts';
import type { FormFields } from '../../platform/http/index.ts';
import type { Desk, Other, Word } from './forms-desk.ts';
import { isTakeName } from './forms-names.ts';
import { all, isPersonal, type Wish } from './forms-read.ts';

/** Something that holds here, that this voice has not said itself, and that it can say too as it stands. */
export interface Adoptable extends Other {
  readonly word: Word;
  /** Who reads it today: adopting opens nothing. */
  readonly scope: Scope;
}

/** What holds in others' words only. A function that looks like the name of a person is left to be written anew. */
export function adoptableOf(desk: Desk): readonly Adoptable[] {
  return desk.words.flatMap((word): Adoptable[] => {
    const [other] = word.others;
    if (word.mine !== null || other === undefined) return [];
    const { value, scope } = other.claim;
    if (typeof value === 'string' && isPersonal(word.field, value)) return [];
    return [{ ...other, word, scope: word.field.neverWider ? narrowest([scope, word.field.scope]) : scope }];
  });
}

/** What was ticked to be adopted. Something that does not hold any more has to be looked at again. */
export function readAdopted(desk: Desk, typed: FormFields): Result<readonly Wish[], 'movedOn'> {
  const known = new Map(adoptableOf(desk).map((one) => [String(one.claim.id), one]));
  const ticked = [
    ...new Set(
      Object.keys(typed)
        .filter(isTakeName)
        .flatMap((name) => all(typed, name)),
    ),
  ];
  const found = ticked.flatMap((id) => known.get(id) ?? []);
  if (found.length < ticked.length) return not('movedOn');
  return ok(
    found.map(({ word: { field, language }, claim: { value }, scope }) => ({
      field,
      language,
      value,
      scope,
      isScopeChosen: false,
    })),
  );
}
