/**
 * Reading and showing what fields hold: pure, without I/O.
 *
 * `readValue` turns a cell of a list into a value or an issue, `isValue` checks a value, `showValue` puts it into words.
 *
 * @example
 * const read = readValue(field, 'Deutsch, Kurmancî', { country: 'DE' });
 * if (read.ok) showValue(field, read.value.value, words); // [{ text: 'Deutsch' }, { text: 'Kurmandschi' }]
 */
export { readValue } from './read-value.ts';
export { isEmpty } from './is-empty.ts';
export { isValue } from './is-value.ts';
export { showValue, type Named } from './show-value.ts';
export { functionOf, looksLikePerson } from './person.ts';
export { kindFromName } from './kind-from-name.ts';
