import type { Child } from 'hono/jsx';
import type { Words } from '../../../plain/words.ts';
import type { FormError } from '../../../ui/index.ts';
import { placeOf } from '../draft.ts';
import { verdictName, wordsName } from '../forms-answer.ts';
import type { ProposedChange } from '../proposal.ts';
import { sectionOf, SECTIONS } from '../sections.ts';
import type { Table } from '../show-table.ts';
import type { AgreementText } from '../text.ts';
import { isAsked } from '../turns.ts';
import type { ChangeProps } from './answer-change.tsx';
import type { DraftPlace } from './draft-place.ts';

/** So many changes are read below each other, all open; of more one sees first what they are. */
export const MOST_OPEN = 3;

// words: agreements.draft.section.*
/** Changes section by section, in the order in which the agreement is read. */
export function ChangeGroups({
  words,
  place,
  table,
  changes,
  areOpen,
  typed,
  errors,
  Change,
}: {
  readonly words: Words;
  readonly place: DraftPlace;
  readonly table: Table;
  readonly changes: readonly ProposedChange[];
  readonly areOpen: boolean;
  readonly typed: (name: string) => string;
  readonly errors: readonly FormError[];
  readonly Change: (props: ChangeProps) => Child;
}) {
  const groups = Map.groupBy(changes, (change) => sectionName(place.text, change));
  // What nothing is there of any more belongs nowhere, and stands last.
  const names = [...SECTIONS.map(({ name }) => name), null].filter((name) => groups.has(name));
  return (
    <>
      {names.map((name) => (
        <>
          {name === null ? null : <h3>{words.say(`agreements.draft.section.${name}`)}</h3>}
          {groups.get(name)?.map((change) => {
            const isOpen = areOpen || isTouched(change.id) || isAsked(table.threads.get(change.id) ?? []);
            return <Change {...{ words, place, table, change, isOpen, typed, errors }} />;
          })}
        </>
      ))}
    </>
  );

  /** Somebody has begun to answer it, or something is wrong with the answer. */
  function isTouched(change: string): boolean {
    const fields = [verdictName(change), wordsName(change)];
    return fields.some((field) => typed(field) !== '' || errors.some((error) => error.field === field));
  }
}

function sectionName(text: AgreementText, change: ProposedChange): string | null {
  const kind = (change.after ?? placeOf(text, change))?.kind;
  return kind === undefined ? null : sectionOf(kind).name;
}
