import { SAYS, type Plan, type Says } from './conversation.ts';

type Told = Pick<Plan, 'languages' | 'says'>;

/** What is said in the language in which it was written, and not yet in this one. */
export function notYetSaid({ languages: [first = ''], says }: Told, language: string): readonly (keyof Says)[] {
  return SAYS.filter((field) => (says[first]?.[field] ?? '') !== '' && (says[language]?.[field] ?? '') === '');
}

/** Once it has begun, what is said stays: nobody joins for one thing and is counted for another. What is missing is added. */
export function sayLater(before: Told, wanted: Plan['says']): Plan['says'] {
  const languages = Object.keys({ ...before.says, ...wanted });
  return Object.fromEntries(
    languages.map((language) => {
      const added = notYetSaid(before, language).map((field) => [field, wanted[language]?.[field] ?? ''] as const);
      return [language, { ...NOTHING, ...before.says[language], ...Object.fromEntries(added) }];
    }),
  );
}

const NOTHING: Says = { question: '', purpose: '', rules: '', redLines: '' };
