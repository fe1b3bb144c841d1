import type { Words } from '../../../plain/words.ts';
import type { Fact } from '../../../ui/index.ts';
import { showValue, Spoken, spokenOf, type Facts, type FieldSet } from '../../claims/index.ts';

// words: claims.field.*
/** Facts one below the other, in the order of their declaration; each text in its own language. */
export function factLines(words: Words, { fields }: FieldSet, facts: Facts): readonly Fact[] {
  return [...fields.values()].flatMap((field): Fact[] => {
    const value = facts[field.name];
    if (value === undefined) return [];
    const term = words.say(`claims.field.${field.name}`);
    if (!field.perLanguage)
      return [{ term, value: <bdi>{words.list(showValue(field, value, words).map(({ text }) => text))}</bdi> }];
    const spoken = spokenOf(value, words, 'own').map(({ text, language }) => (
      <div>
        <Spoken words={words} language={language}>
          {text}
        </Spoken>
      </div>
    ));
    return [{ term, value: <>{spoken}</> }];
  });
}
