import { fold } from '../../../plain/text.ts';
import { readValue } from '../../claims/index.ts';
import { fieldNamed, type ListSubject } from '../list.ts';
import { LANGUAGE_WORDS } from './language-words.ts';

/** What the cells of a column look like, whatever its header says. */
export type Look =
  | 'mail'
  | 'web'
  | 'phone'
  | 'postcode'
  | 'placeText'
  | 'streetWithPlace'
  | 'street'
  | 'lat'
  | 'lon'
  | 'point'
  | 'languages'
  | 'times'
  | 'day'
  | 'answer'
  | 'person'
  | 'identifier'
  | 'number'
  | 'cost'
  | 'kind';

const TESTS: Readonly<Record<Look, (cell: string) => boolean>> = {
  mail: (cell) => /^(mailto:)?[^\s@,;]+@[^\s@,;]+\.\p{L}{2,}([,;\s].*)?$/isu.test(cell),
  web: (cell) =>
    /^(https?:\/\/|www\.)\S+/i.test(cell) ||
    /^([a-z0-9äöü-]+\.)+(de|org|com|net|info|eu|at|ch|li|berlin|hamburg|koeln|example)(\/\S*)?$/i.test(cell),
  phone: (cell) => /^(tel\.?:?\s*)?(\+|\(?0)[\d\s()/–.\-+]{5,}/i.test(cell) && digits(cell) >= 6 && !isDay(cell),
  postcode: (cell) => /^(D|A|CH|FL)?[- ]?\d{4,5}$/.test(cell),
  placeText: (cell) => /^(D|A|CH|FL)?[- ]?\d{4,5},?\s+\p{L}[\p{L} .()/-]+$/u.test(cell),
  streetWithPlace: (cell) => /\p{L}.*\d.*[,;\n]\s*((D|A|CH|FL)-)?\d{4,5}\s+\p{L}/su.test(cell),
  street: (cell) =>
    /(stra(ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|markt|berg|hof)\s*\d+\s*[a-z]?$/i.test(cell),
  lat: (cell) => isDegree(cell, 45, 56),
  lon: (cell) => isDegree(cell, 5, 18),
  point: (cell) => /^-?\d{1,2}\.\d{3,}\s*[,; ]\s*-?\d{1,3}\.\d{3,}$/.test(cell),
  languages: isLanguages,
  times: (cell) =>
    /(^|[^\p{L}])(mo|di|mi|do|fr|sa|so|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|täglich|mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?(?!\p{L})/iu.test(
      cell,
    ) && /\d{1,2}([:.]\d{2})?\s*(uhr|h|bis|-|–|am|pm)|\d{1,2}[:.]\d{2}/i.test(cell),
  day: isDay,
  answer: (cell) =>
    /^(ja|nein|yes|no|j|n|y|x|✓|true|false|wahr|falsch|0|1|-1|evet|hayır|oui|non|unbekannt)$/i.test(cell),
  person: (cell) =>
    /^((frau|herrn?|hr\.|fr\.|dr\.|mr\.?|mrs\.?|ms\.?|bay|bayan|mme|m\.)\s+\p{Lu}|\p{Lu}\p{Ll}+,\s\p{Lu}\p{Ll}+$)/iu.test(
      cell,
    ),
  identifier: (cell) =>
    /^[0-9a-f]{32}(,\s*[0-9a-f]{32})*$/i.test(cell) || /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(cell),
  number: (cell) => /^-?\d+([.,]\d+)?$/.test(cell),
  cost: (cell) => isCode('offer', 'cost', cell, true),
  kind: (cell) =>
    cell.length <= 40 &&
    (isCode('organisation', 'kind', cell, false) ||
      /(verein|e\.\s?v\.|initiative|träger|verwaltung|behörde|amt|dachverband|verband|association|dernek|\bggmbh\b|institution)/iu.test(
        cell,
      )),
};

/** The share of filled cells that look like this; 0 if none is filled. */
export function shareOf(look: Look, cells: readonly string[]): number {
  const filled = filledOf(cells);
  return filled.length === 0 ? 0 : filled.filter((cell) => TESTS[look](cell)).length / filled.length;
}

export function filledOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== '-');
}

function isDay(cell: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}([T ].*)?$/.test(cell) || /^\d{1,2}[./]\d{1,2}[./](\d{2}|\d{4})$/.test(cell);
}

function isDegree(cell: string, from: number, to: number): boolean {
  if (!/^-?\d{1,3}[.,]\d{3,}$/.test(cell)) return false;
  const degree = Number(cell.replace(',', '.'));
  return degree >= from && degree <= to;
}

function isLanguages(cell: string): boolean {
  const parts = cell
    .split(/[,;/|+&\n]| und | and | ve | et /i)
    .map(fold)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => LANGUAGE_WORDS.has(part));
}

/** Whether the area that knows the codes understands the cell; `partly`: also with words around. */
function isCode(subject: ListSubject, name: string, cell: string, partly: boolean): boolean {
  const field = fieldNamed(subject, name);
  const read = field === null ? null : readValue(field, cell, { country: 'DE' });
  return read !== null && read.ok && (partly || read.value.notes.length === 0);
}

function digits(cell: string): number {
  return cell.replace(/\D/g, '').length;
}
