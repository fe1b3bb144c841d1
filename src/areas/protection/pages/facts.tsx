import type { Words } from '../../../plain/words.ts';
import type { Fact } from '../../../ui/index.ts';
import { showValue, spokenOf, type Facts } from '../../claims/index.ts';
import { ORGANISATION_FIELDS } from '../../organisations/index.ts';

// words: claims.field.*
/** Facts of an organisation one below the other, in the order of their declaration. */
export function factLines(words: Words, facts: Facts): readonly Fact[] {
  return [...ORGANISATION_FIELDS.fields.values()].flatMap((field): Fact[] => {
    const value = facts[field.name];
    if (value === undefined) return [];
    const texts = field.perLanguage
      ? spokenOf(value, words, 'own').map(({ text }) => text)
      : showValue(field, value, words).map(({ text }) => text);
    return [{ term: words.say(`claims.field.${field.name}`), value: <bdi>{words.list(texts)}</bdi> }];
  });
}
