import { saying, type Saying } from '../../../plain/words.ts';
import { fieldNamed, type ListSubject } from '../list.ts';
import type { ColumnView } from './column.ts';
import { shareOf, type Look } from './contents.ts';
import type { Meaning } from './synonyms.ts';

/** A way to read one column. */
export interface Candidate {
  readonly field: string | null;
  readonly confidence: number;
  readonly reason: Saying;
}

/** Cells that are this are believed whatever the header says: look, field, share needed, confidence. */
const BY_CONTENT: readonly (readonly [Look, string, number, number])[] = [
  ['mail', 'mailbox', 0.6, 0.95],
  ['web', 'website', 0.6, 0.93],
  ['streetWithPlace', 'streetWithPlace', 0.6, 0.95],
  ['placeText', 'placeText', 0.6, 0.94],
  ['point', 'point', 0.8, 0.93],
  ['times', 'times', 0.6, 0.8],
  ['languages', 'languages', 0.8, 0.75],
  ['phone', 'phone', 0.7, 0.75],
  ['street', 'street', 0.7, 0.7],
  ['person', 'person', 0.5, 0.85],
  ['lat', 'lat', 0.9, 0.55],
  ['lon', 'lon', 0.9, 0.55],
];

/** What cells under such a header have to look like, if they hold anything. */
const EXPECTED: Partial<Record<Meaning, readonly Look[]>> = {
  mailbox: ['mail'],
  website: ['web'],
  phone: ['phone', 'number'],
  postcode: ['postcode', 'number'],
  lat: ['lat', 'number'],
  lon: ['lon', 'number'],
  point: ['point'],
  languages: ['languages'],
  validFrom: ['day', 'number'],
  validTo: ['day', 'number'],
};

/** What the list is about, and the language its texts are written in. */
export interface Setting {
  readonly subject: ListSubject;
  readonly language: string;
}

/** Every way to read this column, surest or not. */
export function candidatesOf(column: ColumnView, columns: readonly ColumnView[], setting: Setting): Candidate[] {
  const byHeader = fromHeader(column, columns, setting);
  if (byHeader !== null && byHeader.field === null) return [byHeader];
  return [...(byHeader === null ? [] : [byHeader]), ...fromContent(column, columns)];
}

function fromHeader(column: ColumnView, columns: readonly ColumnView[], setting: Setting): Candidate | null {
  const { subject } = setting;
  if (column.match === null) return null;
  const { meaning, strength } = column.match;
  const left = leftOut(meaning, column, columns, subject);
  if (left !== null) return { field: null, confidence: 0.9 * strength, reason: left };
  const plain = fieldFor(meaning, column, columns, subject);
  if (plain === null) return null;
  const field = inLanguage(plain, column, columns, setting);
  const base = 0.9 * strength * weight(meaning, subject);
  const confidence = column.filled.length === 0 ? base * 0.75 : base + agreement(meaning, column) * 0.08;
  return { field, confidence, reason: saying('lists.reading.reason.header', { header: column.header }) };
}

/** "Name" beside "Name auf Deutsch" is how they call themselves, in a language that nobody tells. */
function inLanguage(field: string, column: ColumnView, columns: readonly ColumnView[], setting: Setting): string {
  if (fieldNamed(setting.subject, field)?.perLanguage !== true) return field;
  if (column.language !== null) return column.language === setting.language ? field : `${field}@${column.language}`;
  const isSaidElsewhere = columns.some(
    (other) =>
      other !== column &&
      other.language === setting.language &&
      other.match !== null &&
      fieldFor(other.match.meaning, other, columns, setting.subject) === field,
  );
  return isSaidElsewhere ? `${field}@und` : field;
}

function fromContent(column: ColumnView, columns: readonly ColumnView[]): Candidate[] {
  const found: Candidate[] = [];
  for (const [look, field, needed, confidence] of BY_CONTENT) {
    if (look === 'languages' && taughtLanguages(column, columns)) continue;
    const share = shareOf(look, column.filled);
    if (share >= needed)
      found.push({
        field,
        confidence: confidence * (0.8 + 0.2 * share),
        reason: saying(`lists.reading.reason.looks.${look}`),
      });
  }
  if (
    column.match === null &&
    shareOf('postcode', column.filled) >= 0.9 &&
    column.filled.every((cell) => /^\d{5}$/.test(cell)) &&
    hasNeighbour(column, columns)
  ) {
    found.push({ field: 'postcode', confidence: 0.65, reason: saying('lists.reading.reason.looks.postcode') });
  }
  return found;
}

/** Why a column is better left alone; null if it is not. */
function leftOut(
  meaning: Meaning,
  column: ColumnView,
  columns: readonly ColumnView[],
  subject: ListSubject,
): Saying | null {
  if (meaning === 'fax') return saying('lists.reading.reason.fax');
  if (meaning === 'languageOfText') return saying('lists.reading.reason.languageOfText');
  if (meaning === 'translation') return saying('lists.reading.reason.translation');
  if (meaning === 'technical') return saying('lists.reading.reason.technical');
  if (meaning === 'carrier' && subject === 'organisation' && hasName(columns))
    return saying('lists.reading.reason.carrier');
  if (meaning === 'languages' && taughtLanguages(column, columns))
    return saying('lists.reading.reason.languagesTaught');
  if (column.filled.length > 0 && shareOf('identifier', column.filled) > 0.8)
    return saying('lists.reading.reason.technical');
  if (meaning === 'shortName' && repeatsName(column, columns)) return saying('lists.reading.reason.repeats');
  const expected = EXPECTED[meaning];
  if (expected === undefined || column.filled.length < 3) return null;
  const fits = expected.some((look) => shareOf(look, column.filled) >= 0.3);
  return fits || meaning === 'languages' || hasOtherLook(column)
    ? null
    : saying('lists.reading.reason.doesNotFit', { header: column.header });
}

/** What a meaning is called in a list of this subject; null where such a list has no place for it. */
function fieldFor(
  meaning: Meaning,
  column: ColumnView,
  columns: readonly ColumnView[],
  subject: ListSubject,
): string | null {
  switch (meaning) {
    case 'organisationName':
      return subject === 'offer' ? 'carrier' : 'name';
    case 'offerName':
      return subject === 'offer' ? 'name' : 'description';
    case 'carrier':
      return subject === 'offer' ? 'carrier' : 'name';
    case 'kind':
      return kindOrTopic(column, subject);
    case 'cost':
      return shareOf('cost', column.filled) >= 0.5 || column.filled.length === 0 ? 'cost' : 'costNote';
    case 'barriers':
      return subject === 'offer' ? 'barriers' : null;
    case 'contactFunction':
      return shareOf('person', column.filled) > 0.2 ? 'person' : 'contactFunction';
    case 'street':
      return shareOf('streetWithPlace', column.filled) >= 0.5 ? 'streetWithPlace' : 'street';
    case 'placeName':
      return shareOf('placeText', column.filled) >= 0.5 ? 'placeText' : 'placeName';
    case 'topics':
      return shareOf('number', column.filled) > 0.5 ? null : 'topics';
    case 'times':
      return column.filled.length > 2 && shareOf('day', column.filled) > 0.8 ? 'validFrom' : 'times';
    case 'ownName':
      return hasOtherName(column, columns) ? 'name@und' : 'name';
    case 'name':
      return nameOrDescription(column, columns, subject);
    default:
      return meaning;
  }
}

/** Beside a column of offers, a second name says more about it; without content it says nothing. */
function nameOrDescription(column: ColumnView, columns: readonly ColumnView[], subject: ListSubject): string | null {
  if (subject === 'organisation' || column.language !== null || !hasOfferName(column, columns)) return 'name';
  return column.filled.length === 0 ? null : 'description';
}

/** "Grundschule" says what it is, but is none of the kinds of organisation. */
function kindOrTopic(column: ColumnView, subject: ListSubject): string | null {
  if (shareOf('number', column.filled) > 0.5) return null;
  return subject === 'organisation' && (column.filled.length === 0 || shareOf('kind', column.filled) >= 0.5)
    ? 'kind'
    : 'topics';
}

/** Words that are less sure than others, or stand behind a better one. */
function weight(meaning: Meaning, subject: ListSubject): number {
  if (meaning === 'offerName' && subject === 'organisation') return 0.62;
  if (meaning === 'carrier' && subject === 'organisation') return 0.7;
  if (meaning === 'name') return 0.97;
  if (meaning === 'kind') return 0.85;
  return 1;
}

/** How far the cells look as the header promises. */
function agreement(meaning: Meaning, column: ColumnView): number {
  return Math.max(0, ...(EXPECTED[meaning] ?? []).map((look) => shareOf(look, column.filled)));
}

function hasOtherLook(column: ColumnView): boolean {
  return BY_CONTENT.some(([look, , needed]) => shareOf(look, column.filled) >= needed);
}

function hasName(columns: readonly ColumnView[]): boolean {
  return columns.some(
    ({ match, filled }) => filled.length > 0 && (match?.meaning === 'name' || match?.meaning === 'organisationName'),
  );
}

function hasOtherName(column: ColumnView, columns: readonly ColumnView[]): boolean {
  const names: readonly (Meaning | undefined)[] = ['name', 'organisationName', 'offerName'];
  return columns.some((other) => other !== column && other.filled.length > 0 && names.includes(other.match?.meaning));
}

function hasOfferName(column: ColumnView, columns: readonly ColumnView[]): boolean {
  return columns.some((other) => other !== column && other.filled.length > 0 && other.match?.meaning === 'offerName');
}

/** In lists of schools, "Sprachen" are subjects, not languages in which one is understood. */
function taughtLanguages(column: ColumnView, columns: readonly ColumnView[]): boolean {
  if (column.filled.some((cell) => /latein|latin|fremdsprache|unterricht/i.test(cell))) return true;
  return columns.some(
    ({ filled, match }) =>
      (match?.meaning === 'kind' || match?.meaning === 'name' || match?.meaning === 'organisationName') &&
      filled.length > 0 &&
      filled.filter((cell) => /schule|gymnasium|lyzeum|college/i.test(cell)).length / filled.length >= 0.5,
  );
}

function repeatsName(column: ColumnView, columns: readonly ColumnView[]): boolean {
  const name = columns.find(
    ({ match, filled }) => filled.length > 0 && (match?.meaning === 'name' || match?.meaning === 'organisationName'),
  );
  if (name === undefined || column.filled.length === 0) return false;
  return column.cells.every((cell, at) => cell.trim() === '' || cell.trim() === name.cells[at]?.trim());
}

/** A number of five digits is a postcode if a name of a place or a street stands beside it. */
function hasNeighbour(column: ColumnView, columns: readonly ColumnView[]): boolean {
  const at = columns.indexOf(column);
  return [columns[at - 1], columns[at + 1]].some(
    (other) =>
      other !== undefined &&
      other.filled.length > 0 &&
      (shareOf('street', other.filled) > 0.5 ||
        other.match?.meaning === 'placeName' ||
        other.filled.every((cell) => /^\p{Lu}[\p{L} .()/-]{2,40}$/u.test(cell))),
  );
}
