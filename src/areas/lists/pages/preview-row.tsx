import type { Json } from '../../../plain/json.ts';
import type { Words } from '../../../plain/words.ts';
import { Icon } from '../../../ui/index.ts';
import { showValue } from '../../claims/index.ts';
import type { Change, RowFact } from '../import.ts';
import { fieldNamed, type Mapping } from '../list.ts';
import type { ComparedRow } from '../store-rows.ts';

interface Shown {
  readonly words: Words;
  readonly mapping: Pick<Mapping, 'subject' | 'language'>;
}

/** One row of the file: what it says, field by field old and new, and what is to be known about it. */
export function PreviewRow({ words, mapping, row }: Shown & { readonly row: ComparedRow }) {
  const facts = row.outcome === 'new' || row.outcome === 'unclear' ? row.facts : [];
  return (
    <li>
      <p>
        <b>
          <bdi>{row.name === '' ? words.say('lists.row.nameless') : row.name}</bdi>
        </b>{' '}
        <span class="soft">{words.say('lists.row.number', { row: row.row })}</span>
      </p>
      {row.outcome !== 'changed' || row.changes.length === 0 ? null : (
        <dl class="changes">
          {row.changes.map((change) => (
            <Changed words={words} mapping={mapping} change={change} />
          ))}
        </dl>
      )}
      {row.notes.length === 0 ? null : (
        <ul class="soft">
          {row.notes.map((note) => (
            <li>{words.tell(note)}</li>
          ))}
        </ul>
      )}
      {facts.length === 0 ? null : (
        <details>
          <summary>{words.say('lists.row.facts', { count: facts.length })}</summary>
          <dl class="changes">
            {facts.map((fact) => (
              <div>
                <dt>
                  {labelOf({ words, mapping }, fact)}
                  {fact.scope === 'public' ? null : ` (${words.say(`claims.scope.${fact.scope}`)})`}
                </dt>
                <dd>
                  <Text words={words} mapping={mapping} fact={fact} value={fact.value} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}

function Changed({ words, mapping, change }: Shown & { readonly change: Change }) {
  const { old, new: now } = change;
  const nothing = <i class="soft">{words.say('lists.change.nothing')}</i>;
  return (
    <div>
      <dt>{labelOf({ words, mapping }, change)}</dt>
      <dd>
        {old === undefined ? (
          nothing
        ) : (
          <del>
            <Text words={words} mapping={mapping} fact={change} value={old} />
          </del>
        )}
        <span class="becomes">
          <Icon name="next" />
          <span class="away">{words.say('lists.change.becomes')}</span>
        </span>
        {now === undefined ? (
          nothing
        ) : (
          <ins>
            <Text words={words} mapping={mapping} fact={change} value={now} />
          </ins>
        )}
      </dd>
    </div>
  );
}

type Spoken = Pick<RowFact, 'field' | 'language'>;

/** The name of the field, and the language where it is not the list's own. */
function labelOf({ words, mapping }: Shown, { field, language }: Spoken): string {
  const name = words.say(`claims.field.${field}`);
  if (fieldNamed(mapping.subject, field)?.perLanguage !== true || language === mapping.language) return name;
  const spoken = language === null ? words.say('lists.columns.languageUnknown') : words.languageName(language);
  return words.say('lists.columns.inLanguage', { field: name, language: spoken });
}

function Text({
  words,
  mapping,
  fact: { field, language },
  value,
}: Shown & { readonly fact: Spoken; readonly value: Json }) {
  return <bdi lang={language ?? undefined}>{textOf(words, mapping, field, value)}</bdi>;
}

function textOf(words: Words, { subject }: Shown['mapping'], name: string, value: Json): string {
  if (name === 'checkedOn' && typeof value === 'string') return words.day(value);
  const field = fieldNamed(subject, name);
  return field === null
    ? ''
    : showValue(field, value, words)
        .map(({ text }) => text)
        .join(', ');
}
