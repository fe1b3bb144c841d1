import type { Field } from '../field.ts';
import { readAnswer } from './answer.ts';
import { readCode, readCodes } from './code.ts';
import { readDay } from './day.ts';
import { isEmpty } from './is-empty.ts';
import { readLanguages } from './languages.ts';
import { readLine, readText } from './line.ts';
import { readMail } from './mail.ts';
import { readPhone } from './phone.ts';
import { readPoint } from './point.ts';
import { type Hints, type Read, refused } from './reading.ts';
import { readTimes } from './times.ts';
import { readTopics } from './topics.ts';
import { readWeb } from './web.ts';

// Texts and lines tell their own limit; lists of words may be long; what is one short value never is.
const LONGEST: Readonly<Partial<Record<Field['kind'], number>>> = {
  topics: 5000,
  codes: 2000,
  languages: 2000,
  times: 2000,
};
const LONGEST_OTHER = 1000;
const CONTACTS: ReadonlySet<Field['kind']> = new Set(['phone', 'mail', 'web']);
const TEXTS: ReadonlySet<Field['kind']> = new Set(['line', 'street', 'text']);

/**
 * Reads what a cell says about a field.
 *
 * The outcome is a value in the shape of the field's kind, with notes on what was corrected or left out;
 * or an issue that says what to do. Nothing is guessed. Places are read by the area places.
 *
 * @example readValue(phone, '3714004990', { country: 'DE' })
 * // { ok: true, value: { value: '+493714004990', notes: [{ key: 'claims.phone.note.zeroAdded', … }] } }
 */
export function readValue(field: Field, raw: string, hints: Hints): Read {
  if (isEmpty(raw, CONTACTS.has(field.kind) ? 'contact' : undefined)) return refused('claims.empty');
  const longest = LONGEST[field.kind] ?? LONGEST_OTHER;
  if (raw.length > longest && !TEXTS.has(field.kind)) return refused('claims.cellTooLong', { longest });
  switch (field.kind) {
    case 'line':
    case 'street':
      return readLine(raw);
    case 'text':
      return readText(raw);
    case 'code':
      return readCode(raw, field);
    case 'codes':
      return readCodes(raw, field);
    case 'topics':
      return readTopics(raw);
    case 'languages':
      return readLanguages(raw);
    case 'phone':
      return readPhone(raw, hints);
    case 'mail':
      return readMail(raw);
    case 'web':
      return readWeb(raw);
    case 'point':
      return readPoint(raw);
    case 'times':
      return readTimes(raw, hints);
    case 'day':
      return readDay(raw, field.name);
    case 'answer':
      return readAnswer(raw, field.name);
    case 'place':
      return refused('claims.place.elsewhere');
    case 'subjects':
      return refused('claims.subjects.elsewhere');
  }
}
