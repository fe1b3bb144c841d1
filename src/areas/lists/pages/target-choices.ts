import type { Words } from '../../../plain/words.ts';
import type { ChoiceGroup } from '../../../ui/index.ts';
import { COLUMN_PARTS, fieldNamed, fieldsOf, splitTarget, type ListSubject } from '../list.ts';

/** What lists are most often written in besides their own language; any other one comes with a column that names it. */
const USUAL = ['und', 'de', 'en', 'tr', 'ar', 'uk'];

/** All that a column can be read as. What is chosen or guessed for some column is always among it. */
export function targetChoices(
  words: Words,
  subject: ListSubject,
  used: readonly (string | null)[],
): readonly ChoiceGroup[] {
  const { fields } = fieldsOf(subject);
  const spoken = used.flatMap((target) => {
    const { field, language } = splitTarget(target ?? '');
    return language !== null && fieldNamed(subject, field)?.perLanguage === true ? [language] : [];
  });
  const languages = [...new Set([...USUAL, ...spoken])];
  const nameOf = (field: string) => words.say(`claims.field.${field}`);
  return [
    {
      label: words.say('lists.columns.fields'),
      choices: [...fields.keys()].map((value) => ({ value, label: nameOf(value) })),
    },
    {
      label: words.say('lists.columns.parts'),
      choices: COLUMN_PARTS.filter((value) => !fields.has(value)).map((value) => ({
        value,
        label: words.say(`lists.part.${value}`),
      })),
    },
    {
      label: words.say('lists.columns.inLanguages'),
      choices: [...fields.values()]
        .filter(({ perLanguage }) => perLanguage)
        .flatMap(({ name }) =>
          languages.map((language) => ({
            value: `${name}@${language}`,
            label: words.say('lists.columns.inLanguage', {
              field: nameOf(name),
              language: languageName(words, language),
            }),
          })),
        ),
    },
  ];
}

function languageName(words: Words, language: string): string {
  return language === 'und' ? words.say('lists.columns.languageUnknown') : words.languageName(language);
}
