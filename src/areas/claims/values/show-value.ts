import type { Field } from '../field.ts';
import type { Json } from '../../../plain/json.ts';
import type { Words } from '../../../plain/words.ts';
import { isList, isStrings, isValue } from './is-value.ts';
import { mailLink } from './mail.ts';
import { showPhone } from './phone.ts';
import { showTimes } from './show-times.ts';
import { isWeeklyTime } from './times.ts';
import { showWeb } from './web.ts';

/** One thing to show: a list field gives several. */
export interface Shown {
  readonly text: string;
  /** The language of the text if it is not that of the page (BCP 47). */
  readonly language?: string;
  readonly href?: string;
}

/** What references lead to, by id, in the order to show them: a name with its language, and a page. */
export type Named = ReadonlyMap<string, Shown>;

/**
 * The value of a field in the words of a page. A value that is none (from elsewhere) shows nothing.
 * References are shown by the names that are given; those without one are only counted.
 */
export function showValue(field: Field, value: Json, words: Words, named?: Named): readonly Shown[] {
  if (!isValue(field, value)) return [];
  if (typeof value === 'string') return [showString(field, value, words)];
  if (isList(value)) return showList(field, value, words, named);
  if (typeof value !== 'object' || value === null) return [];
  if (field.kind === 'point') return [{ text: `${String(value['lat'])}, ${String(value['lon'])}` }];
  return [{ text: [value['postcode'], value['name']].filter((part) => typeof part === 'string').join(' ') }];
}

function showString(field: Field, value: string, words: Words): Shown {
  switch (field.kind) {
    case 'phone':
      return { text: showPhone(value), href: `tel:${value}` };
    case 'mail':
      return { text: value, href: mailLink(value) };
    case 'web':
      return { text: showWeb(value), href: value };
    case 'code':
      return { text: words.say(codeKey(field, value)) };
    case 'answer':
      return { text: words.say(`claims.answer.${field.name}.${value}`) };
    case 'day':
      return { text: words.day(value) };
    default:
      return { text: value };
  }
}

function showList(field: Field, value: readonly Json[], words: Words, named: Named = new Map()): readonly Shown[] {
  if (field.kind === 'times') return showTimes(value.filter(isWeeklyTime), words).map((text) => ({ text }));
  if (!isStrings(value)) return [];
  if (field.kind === 'subjects') return showSubjects(value, words, named);
  if (field.kind === 'languages') return value.map((tag) => ({ text: words.languageName(tag) }));
  return value.map((part) => ({ text: field.kind === 'codes' ? words.say(codeKey(field, part)) : part }));
}

function showSubjects(ids: readonly string[], words: Words, named: Named): readonly Shown[] {
  const wanted = new Set(ids);
  const known = [...named].flatMap(([id, shown]) => (wanted.has(id) ? [shown] : []));
  const count = ids.length - known.length;
  return count === 0 ? known : [...known, { text: words.say('claims.subjects.unnamed', { count }) }];
}

// words: claims.code.*
function codeKey(field: Field, code: string): string {
  return `claims.code.${field.name}.${code}`;
}
