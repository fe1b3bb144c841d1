import { nameKeys } from './name-key.ts';
import type { Country } from './place.ts';
import { readQuestion } from './read-question.ts';

/**
 * The form in which different spellings of one place meet, for whoever asks about each place once. It says nothing of
 * whether there is such a place.
 *
 * @example placeKey('NEUSTADT a. d. Saale') === placeKey('Neustadt an der Saale')
 * @example placeKey('9116 Chemnitz', 'DE') === placeKey('09116  chemnitz', 'DE')
 */
export function placeKey(written: string, country?: Country): string {
  const { names, readings, postcode } = readQuestion({ text: written, country });
  const [name = ''] = names;
  const [key = name.toLowerCase()] = nameKeys(name);
  return `${readings[0]?.postcode ?? postcode} ${key}`;
}
