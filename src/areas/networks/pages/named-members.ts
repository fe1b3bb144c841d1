import { fold } from '../../../plain/text.ts';
import type { Words } from '../../../plain/words.ts';
import { spokenOf, type Facts, type Named } from '../../claims/index.ts';

/** The organisations by their own names first, in the order of the names. */
export function namedMembers(words: Words, organisations: ReadonlyMap<string, Facts>): Named {
  const named = [...organisations].flatMap(([id, facts]) => {
    const [name] = spokenOf(facts['name'], words, 'own');
    if (name === undefined) return [];
    const language = name.language === null ? {} : { language: name.language };
    return [{ id, key: fold(name.text), shown: { text: name.text, href: `/organisationen/${id}`, ...language } }];
  });
  return new Map(
    named
      .toSorted((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1))
      .map(({ id, shown }) => [id, shown]),
  );
}
