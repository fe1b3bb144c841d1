import type { Json } from '../../plain/json.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { looksLikePerson, readValue, type Field } from '../claims/index.ts';
import type { Gathered } from './gather.ts';
import { fieldNamed, fieldsOf, type Mapping } from './list.ts';

export interface RowValues {
  /** Field → what the row says in the language of the list. */
  readonly facts: Map<string, Json>;
  readonly notes: Saying[];
}

/** Reads the cells of the declared fields. Places, points and contacts have readers of their own. */
export function readValues(mapping: Mapping, gathered: Gathered): RowValues {
  const hints = { country: mapping.country };
  const facts = new Map<string, Json>();
  const notes: Saying[] = [];
  const topics: string[] = [];
  const besides: Besides = { appointment: false, cost: null };
  for (const field of fieldsOf(mapping.subject).fields.values()) {
    const raw = gathered.fields.get(field.name);
    if (raw === undefined || ELSEWHERE.has(field.name)) continue;
    if (field.name === 'contactFunction' && looksLikePerson(raw)) {
      gathered.persons.push(raw);
      continue;
    }
    const read = readValue(field, raw, hints);
    if (!read.ok) notes.push(...issueOf(field, raw, read.issue, besides));
    else {
      notes.push(...notesOf(field, raw, read.value.notes, besides));
      topics.push(...(read.value.rest ?? []));
      if (!isNothing(read.value.value)) facts.set(field.name, read.value.value);
    }
  }
  addTopics(facts, mapping, topics);
  addBesides(facts, notes, mapping, besides);
  return { facts, notes };
}

const ELSEWHERE: ReadonlySet<string> = new Set(['place', 'point', 'internalContact']);

/** What cells say about other fields than their own. */
interface Besides {
  /** "nach Vereinbarung" stood where times were looked for. */
  appointment: boolean;
  /** The wording for costs that the code alone does not hold, and what to say if there is no room for it. */
  cost: { readonly wording: string; readonly otherwise: Saying } | null;
}

function issueOf(field: Field, raw: string, issue: Saying, besides: Besides): Saying[] {
  if (issue.key === 'claims.empty') return [];
  if (issue.key === 'claims.times.byAppointment') {
    if (field.name === 'times') besides.appointment = true;
    return [issue];
  }
  const leftOut = saying('lists.row.leftOut', { cell: raw.slice(0, 80).toWellFormed() });
  if (field.name !== 'cost') return [leftOut, issue];
  besides.cost = { wording: raw, otherwise: leftOut };
  return [issue];
}

function notesOf(field: Field, raw: string, notes: readonly Saying[], besides: Besides): readonly Saying[] {
  const amount = field.name === 'cost' ? notes.find(({ key }) => key === 'claims.code.note.amount') : undefined;
  if (amount === undefined) return notes;
  besides.cost = { wording: raw, otherwise: amount };
  return notes.filter((note) => note !== amount);
}

function addBesides(facts: Map<string, Json>, notes: Saying[], mapping: Mapping, { appointment, cost }: Besides): void {
  if (appointment && !facts.has('appointment') && fieldNamed(mapping.subject, 'appointment') !== null)
    facts.set('appointment', 'yes');
  if (cost === null) return;
  const field = fieldNamed(mapping.subject, 'costNote');
  const read =
    field === null || facts.has('costNote') ? null : readValue(field, cost.wording, { country: mapping.country });
  if (read?.ok === true) facts.set('costNote', read.value.value);
  else notes.push(cost.otherwise);
}

/** Words that are none of the declared codes are the list's own words for its topics. */
function addTopics(facts: Map<string, Json>, mapping: Mapping, words: readonly string[]): void {
  const field = fieldNamed(mapping.subject, 'topics');
  if (field === null || words.length === 0) return;
  const before = facts.get('topics');
  const all = [...(Array.isArray(before) ? before : []), ...words].join('; ');
  const read = readValue(field, all, { country: mapping.country });
  if (read.ok && !isNothing(read.value.value)) facts.set('topics', read.value.value);
}

function isNothing(value: Json): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}
