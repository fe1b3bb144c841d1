import type { Json } from '../../plain/json.ts';
import { ok, not, type Result } from '../../plain/result.ts';
import type { Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { kindFromName, readValue, type Field } from '../claims/index.ts';
import { scopeOf } from '../organisations/index.ts';
import type { Gazetteer } from '../places/index.ts';
import { gatherCells, type Gathered } from './gather.ts';
import type { RowFact } from './import.ts';
import { fieldNamed, fieldsOf, type Mapping } from './list.ts';
import { addPersons } from './row-persons.ts';
import { placeOf } from './row-place.ts';
import { readTexts, type RowText } from './row-texts.ts';
import { readValues } from './row-values.ts';
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
  /** The same by the form in which spellings of one place meet. */
  readonly answersAlike?: ReadonlyMap<string, string>;
}

/** Reads one row. A row without a name is refused; everything else that is odd becomes a note. */
export function readRow(reader: RowReader, cells: readonly string[]): Result<ReadRow, Saying> {
  const { mapping } = reader;
  const gathered = gatherCells(reader.headers, mapping, cells);
  const { facts, notes } = readValues(mapping, gathered);
  const fields = [...fieldsOf(mapping.subject).fields.values()];
  const spoken = new Map<string, readonly RowText[]>();
  for (const field of fields.filter(({ perLanguage }) => perLanguage)) {
    const read = readTexts(field, facts.get(field.name), mapping, gathered);
    spoken.set(field.name, read.texts);
    notes.push(...read.notes);
  }
  const name = spoken.get('name')?.[0]?.value;
  if (typeof name !== 'string') return not(saying('lists.row.noName'));
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
    facts: fields.flatMap((field) => factsOf(field, facts, spoken.get(field.name), mapping)),
    notes,
    question: place.question,
    checkedOn: gathered.checkedOn,
  });
}

function factsOf(
  field: Field,
  facts: ReadonlyMap<string, Json>,
  spoken: readonly RowText[] | undefined,
  mapping: Mapping,
): RowFact[] {
  const value = facts.get(field.name);
  const texts = spoken ?? (value === undefined ? [] : [{ language: null, value }]);
  const scope = scopeOf(field, mapping.subject, facts);
  return texts.map((text) => ({ field: field.name, language: text.language, value: text.value, scope }));
}

function addPoint(facts: Map<string, Json>, mapping: Mapping, gathered: Gathered): void {
  const field = fieldNamed(mapping.subject, 'point');
  const { lat, lon } = gathered;
  const raw = lat !== null && lon !== null ? `${lat}, ${lon}` : gathered.fields.get('point');
  if (field === null || raw === undefined) return;
  const read = readValue(field, raw, { country: mapping.country });
  if (read.ok) facts.set('point', read.value.value);
}

function addKind(facts: Map<string, Json>, mapping: Mapping, name: string): void {
  if (mapping.subject !== 'organisation' || facts.has('kind')) return;
  const kind = kindFromName(name);
  if (kind !== null) facts.set('kind', kind);
}
