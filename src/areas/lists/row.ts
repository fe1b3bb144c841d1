import type { Json } from '../../plain/json.ts';
import { ok, not, type Result } from '../../plain/result.ts';
import { tidy } from '../../plain/text.ts';
import type { Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { functionOf, isEmpty, kindFromName, looksLikePerson, readValue, type Field } from '../claims/index.ts';
import type { Gazetteer } from '../places/index.ts';
import type { RowFact } from './import.ts';
import { fieldNamed, fieldsOf, type Mapping } from './list.ts';
import { gatherCells, type Gathered } from './gather.ts';
import { placeOf } from './row-place.ts';
import { scopeOf } from '../organisations/index.ts';
import type { Question } from './tables.ts';

/** What a row says, in the words of the register. */
export interface ReadRow {
  readonly name: string;
  readonly facts: readonly RowFact[];
  readonly notes: readonly Saying[];
  /** What has to be asked before the row can be taken over. */
  readonly question: Question | null;
  /** The day on which the keepers of the list last checked this row. */
  readonly checkedOn: Day | null;
}

export interface RowReader {
  readonly mapping: Mapping;
  readonly headers: readonly string[];
  readonly gazetteer: Gazetteer;
  /** Answers given before: spelling of a place → place id, or '' for "none of these". */
  readonly answers: ReadonlyMap<string, string>;
}

/** Reads one row. A row without a name is refused; everything else that is odd becomes a note. */
export function readRow(reader: RowReader, cells: readonly string[]): Result<ReadRow, Saying> {
  const { mapping } = reader;
  const gathered = gatherCells(reader.headers, mapping, cells);
  const notes: Saying[] = [];
  const facts = new Map<string, Json>();
  const topics: string[] = [];
  for (const field of fieldsOf(mapping.subject).fields.values()) {
    const raw = gathered.fields.get(field.name);
    if (raw === undefined || field.kind === 'place' || field.kind === 'point' || field.name === 'internalContact') continue;
    if (field.name === 'contactFunction' && looksLikePerson(raw)) {
      gathered.persons.push(raw);
      continue;
    }
    const read = readValue(field, raw, { country: mapping.country });
    if (!read.ok) {
      notes.push(saying('lists.row.leftOut', { cell: raw.slice(0, 80) }), read.issue);
      continue;
    }
    notes.push(...read.value.notes);
    topics.push(...(read.value.rest ?? []));
    if (!isNothing(read.value.value)) facts.set(field.name, read.value.value);
  }
  const name = facts.get('name');
  if (typeof name !== 'string') return not(saying('lists.row.noName'));
  addTopics(facts, mapping, topics);
  addPersons(facts, mapping, gathered, notes);
  addPoint(facts, mapping, gathered);
  const place = placeOf(reader, gathered);
  notes.push(...place.notes);
  if (place.value !== null) facts.set('place', place.value);
  if (place.district !== null && !facts.has('district')) facts.set('district', place.district);
  if (place.street !== null && !facts.has('street')) facts.set('street', place.street);
  addKind(facts, mapping, name);
  return ok({
    name,
    facts: [...fieldsOf(mapping.subject).fields.values()].flatMap((field) => asFact(field, facts, mapping)),
    notes,
    question: place.question,
    checkedOn: gathered.checkedOn,
  });
}

function asFact(field: Field, facts: ReadonlyMap<string, Json>, mapping: Mapping): RowFact[] {
  const value = facts.get(field.name);
  if (value === undefined) return [];
  const language = field.perLanguage ? languageOf(field, value, mapping) : null;
  return [{ field: field.name, language, value, scope: scopeOf(field, mapping.subject, facts) }];
}

/** A name in another script than the list's is in a language that nobody has told us: we do not guess it. */
function languageOf(field: Field, value: Json, mapping: Mapping): string | null {
  if (field.kind === 'line' && typeof value === 'string' && !/\p{Script=Latin}/u.test(value)) return null;
  return mapping.language;
}

function isNothing(value: Json): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

/** Words that are none of the declared codes are the list's own words for its topics. */
function addTopics(facts: Map<string, Json>, mapping: Mapping, words: readonly string[]): void {
  const field = fieldNamed(mapping.subject, 'topics');
  if (field === null || words.length === 0) return;
  const before = facts.get('topics');
  const read = readValue(field, [...(Array.isArray(before) ? before : []), ...words].join('; '), { country: mapping.country });
  if (read.ok && !isNothing(read.value.value)) facts.set('topics', read.value.value);
}

/** A person's name in a contact column stays inside; the function it stands for may be shown. */
function addPersons(facts: Map<string, Json>, mapping: Mapping, gathered: Gathered, notes: Saying[]): void {
  const persons: string[] = [];
  for (const cell of gathered.persons) {
    const contactFunction = looksLikePerson(cell) ? functionOf(cell) : tidy(cell);
    if (contactFunction !== null && !facts.has('contactFunction')) facts.set('contactFunction', contactFunction);
    if (looksLikePerson(cell)) persons.push(tidy(cell));
  }
  const kept = gathered.fields.get('internalContact');
  if (kept !== undefined && !isEmpty(kept)) persons.push(tidy(kept));
  if (persons.length === 0 || fieldNamed(mapping.subject, 'internalContact') === null) return;
  facts.set('internalContact', [...new Set(persons)].join('; ').slice(0, 300));
  notes.push(saying('lists.row.personKeptInside'));
}

function addPoint(facts: Map<string, Json>, mapping: Mapping, gathered: Gathered): void {
  const field = fieldNamed(mapping.subject, 'point');
  const raw = gathered.lat !== null && gathered.lon !== null ? `${gathered.lat}, ${gathered.lon}` : gathered.fields.get('point');
  if (field === null || raw === undefined) return;
  const read = readValue(field, raw, { country: mapping.country });
  if (read.ok) facts.set('point', read.value.value);
}

function addKind(facts: Map<string, Json>, mapping: Mapping, name: string): void {
  if (mapping.subject !== 'organisation' || facts.has('kind')) return;
  const kind = kindFromName(name);
  if (kind !== null) facts.set('kind', kind);
}
