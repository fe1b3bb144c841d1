import type { Json } from '../../../plain/json.ts';
import type { Words } from '../../../plain/words.ts';
import { showValue } from '../../claims/index.ts';
import type { Change } from '../import.ts';
import { fieldNamed, type ListSubject } from '../list.ts';
import type { ComparedRow } from '../store-rows.ts';

/** One row of the file: what it says, field by field old and new, and what is to be known about it. */
export function PreviewRow({ words, kind, row }: { readonly words: Words; readonly kind: ListSubject; readonly row: ComparedRow }) {
  const facts = row.outcome === 'new' || row.outcome === 'unclear' ? row.facts : [];
  return (
    <li value={row.row}>
      <p><b><bdi>{row.name === '' ? words.say('lists.row.nameless') : row.name}</bdi></b> <span class="soft">{words.say('lists.row.number', { row: row.row })}</span></p>
      {row.outcome !== 'changed' || row.changes.length === 0 ? null : (
        <dl class="changes">
          {row.changes.map((change) => <Changed words={words} kind={kind} change={change} />)}
        </dl>
      )}
      {facts.length === 0 ? null : (
        <details>
          <summary>{words.say('lists.row.facts', { count: facts.length })}</summary>
          <dl class="changes">
            {facts.map(({ field, value, scope }) => (
              <div>
                <dt>{words.say(`claims.field.${field}`)}{scope === 'public' ? null : ` (${words.say(`claims.scope.${scope}`)})`}</dt>
                <dd><bdi>{textOf(words, kind, field, value)}</bdi></dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {row.notes.length === 0 ? null : <ul class="soft">{row.notes.map((note) => <li>{words.tell(note)}</li>)}</ul>}
    </li>
  );
}

function Changed({ words, kind, change }: { readonly words: Words; readonly kind: ListSubject; readonly change: Change }) {
  const { field, old, new: now } = change;
  return (
    <div>
      <dt>{words.say(`claims.field.${field}`)}</dt>
      <dd>
        {old === undefined ? <i>{words.say('lists.change.nothing')}</i> : <del><bdi>{textOf(words, kind, field, old)}</bdi></del>}
        
        <span class="away">{words.say('lists.change.becomes')}</span>
        {now === undefined ? <i>{words.say('lists.change.nothing')}</i> : <ins><bdi>{textOf(words, kind, field, now)}</bdi></ins>}
      </dd>
    </div>
  );
}

function textOf(words: Words, kind: ListSubject, name: string, value: Json): string {
  if (name === 'checkedOn' && typeof value === 'string') return words.day(value);
  const field = fieldNamed(kind, name);
  return field === null ? '' : showValue(field, value, words).map(({ text }) => text).join(', ');
}
