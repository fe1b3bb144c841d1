import type { Json } from '../../plain/json.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { functionOf, looksLikePerson } from '../claims/index.ts';
import { asLine } from './as-line.ts';
import type { Gathered } from './gather.ts';
import { fieldNamed, type Mapping } from './list.ts';

/**
 * A person's name in a contact column stays inside; only what is known to be a function may be shown.
 * A cell that is neither for sure stays inside too: a name that was published cannot be taken back.
 */
export function addPersons(facts: Map<string, Json>, mapping: Mapping, gathered: Gathered, notes: Saying[]): void {
  const kept: string[] = [];
  for (const cell of gathered.persons) {
    const line = asLine(cell);
    if (line === null) continue;
    const role = functionOf(line);
    const isRole = role !== null && !looksLikePerson(line);
    const shown = isRole ? line : role;
    if (shown !== null && !facts.has('contactFunction')) facts.set('contactFunction', shown);
    if (!isRole) kept.push(line);
  }
  const internal = gathered.fields.get('internalContact');
  const line = internal === undefined ? null : asLine(internal);
  const all = asLine([...new Set(line === null ? kept : [...kept, line])].join('; '));
  if (all === null || fieldNamed(mapping.subject, 'internalContact') === null) return;
  facts.set('internalContact', all);
  notes.push(saying('lists.row.personKeptInside'));
}
