import { tidy } from '../../plain/text.ts';
import type { Day } from '../../plain/time.ts';
import { isEmpty, readValue } from '../claims/index.ts';
import { splitTarget, type Mapping } from './list.ts';

/** The cells of a row by what their columns are read as; several columns of one field are joined. */
export interface Gathered {
  readonly fields: Map<string, string>;
  /** What is said in another language than the list's: field@language → cell. */
  readonly spoken: Map<string, string>;
  readonly persons: string[];
  readonly postcode: string | null;
  readonly placeName: string | null;
  readonly placeText: string | null;
  readonly streetWithPlace: string | null;
  readonly lat: string | null;
  readonly lon: string | null;
  readonly checkedOn: Day | null;
}

/** Where "keine" is no answer. */
const CONTACTS: ReadonlySet<string> = new Set([
  'person',
  'internalContact',
  'contactFunction',
  'mailbox',
  'phone',
  'website',
]);

/** Fields whose second column is another part, not more of the same kind. */
const JOINED_BY_BLANK: ReadonlySet<string> = new Set(['name', 'street', 'place']);

export function gatherCells(headers: readonly string[], mapping: Mapping, cells: readonly string[]): Gathered {
  const fields = new Map<string, string>();
  const spoken = new Map<string, string>();
  const parts = new Map<string, string>();
  const persons: string[] = [];
  for (const [index, header] of headers.entries()) {
    const target = mapping.columns[header];
    const cell = tidy(withoutGuard(cells[index] ?? ''));
    if (target === undefined || target === null || isEmpty(cell, CONTACTS.has(target) ? 'contact' : undefined))
      continue;
    const { field, language } = splitTarget(target);
    if (target === 'person') persons.push(cell);
    else if (PARTS.has(target)) parts.set(target, cell);
    else if (language === null) join(fields, field, field, cell);
    else join(spoken, target, field, cell);
  }
  for (const [target, cell] of spoken) {
    const { field, language } = splitTarget(target);
    if (language !== mapping.language) continue;
    spoken.delete(target);
    join(fields, field, field, cell);
  }
  const houseNumber = parts.get('houseNumber');
  const street = fields.get('street');
  if (houseNumber !== undefined && street !== undefined && !street.endsWith(` ${houseNumber}`)) {
    fields.set('street', `${street} ${houseNumber}`);
  }
  return {
    fields,
    spoken,
    persons,
    postcode: parts.get('postcode') ?? null,
    placeName: parts.get('placeName') ?? null,
    placeText: parts.get('placeText') ?? fields.get('place') ?? null,
    streetWithPlace: parts.get('streetWithPlace') ?? null,
    lat: parts.get('lat') ?? null,
    lon: parts.get('lon') ?? null,
    checkedOn: checkedDay(parts.get('checkedOn'), mapping),
  };
}

/** An apostrophe before what would be a formula is put there for spreadsheets, also by our own export. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');
}

const PARTS: ReadonlySet<string> = new Set([
  'postcode',
  'placeName',
  'placeText',
  'houseNumber',
  'streetWithPlace',
  'lat',
  'lon',
  'checkedOn',
]);

function join(cells: Map<string, string>, target: string, field: string, cell: string): void {
  const before = cells.get(target);
  if (before === undefined) cells.set(target, cell);
  else if (before !== cell) cells.set(target, `${before}${JOINED_BY_BLANK.has(field) ? ' ' : '; '}${cell}`);
}

const DAY = {
  name: 'checkedOn',
  kind: 'day',
  perLanguage: false,
  scope: 'public',
  neverWider: false,
  hidesInProtection: false,
  halfLifeDays: 3650,
} as const;

function checkedDay(raw: string | undefined, mapping: Mapping): Day | null {
  if (raw === undefined) return null;
  const read = readValue(DAY, raw, { country: mapping.country });
  return read.ok && typeof read.value.value === 'string' ? read.value.value : null;
}
