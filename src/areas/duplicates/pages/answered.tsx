import { isolated } from '../../../plain/isolated.ts';
import type { Saying, Words } from '../../../plain/words.ts';
import { Button, Form, Notice } from '../../../ui/index.ts';
import type { Desk } from '../show-question.ts';
import { DUPLICATES_PATH } from './access.ts';
import { tellApart, type Marks } from './apart.ts';

/** Why an answer was not taken, which two it was about, and what was typed with it. */
export interface Refused {
  readonly refused: Saying;
  readonly pair: readonly [string, string];
  readonly words: string;
}

export interface Told {
  readonly words: Words;
  readonly marks: Marks;
}

// words: duplicates.outcome.*
/** What was just said, with the way back. */
export function Last({ words, desk: { last }, marks }: Told & { readonly desk: Desk }) {
  if (last === null) return null;
  const { judgement, names, part } = last;
  const told = tellApart(words, judgement.pair, names, marks);
  const [one = '', other = ''] = part === judgement.pair[1] ? told.toReversed() : told;
  const isSplit = judgement.outcome === 'same' && judgement.heads[0] !== judgement.heads[1];
  return (
    <Notice
      tone={isSplit ? 'look' : 'ok'}
      title={
        part === null
          ? words.say('duplicates.last', {
              one,
              other,
              outcome: words.say(`duplicates.outcome.${judgement.outcome}`),
            })
          : words.say('duplicates.last.part', { part: one, whole: other })
      }
    >
      {isSplit ? <p>{words.say('duplicates.last.contradicts')}</p> : null}
      <Form action={`${DUPLICATES_PATH}/ruecknahme`} hidden={{ judgement: judgement.id, from: 'frage' }}>
        <Button tone="quiet" icon="undo">
          {words.say('duplicates.undo')}
        </Button>
      </Form>
    </Notice>
  );
}

/**
 * Why an answer was not taken. What was typed goes back into the form; where the page asks about others, it is told with
 * the names of the two.
 */
export function Refusal({
  words,
  again: { refused, pair, words: typed },
  isAskedHere,
  ownNames,
}: {
  readonly words: Words;
  readonly again: Refused;
  readonly isAskedHere: boolean;
  readonly ownNames: ReadonlyMap<string, string>;
}) {
  const [one, other] = pair.map((id) => isolated(words, ownNames.get(id) ?? words.say('duplicates.nameless')));
  return (
    <Notice tone="look" title={words.tell(refused)}>
      {isAskedHere ? null : <p>{words.say('duplicates.refused.about', { one: one ?? '', other: other ?? '' })}</p>}
      {isAskedHere || typed === '' ? null : (
        <p>
          {words.say('duplicates.refused.words')} <bdi>{typed}</bdi>
        </p>
      )}
    </Notice>
  );
}
