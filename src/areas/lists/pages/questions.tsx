import type { Words } from '../../../plain/words.ts';
import { Button, Form, Part, RadioField, ReadersNote, SelectField, type Frame } from '../../../ui/index.ts';
import type { Import } from '../import.ts';
import { isolated } from '../../../plain/isolated.ts';

/** A place that the list does not name clearly, and which it may be. */
export interface PlaceChoice {
  /** As the list writes it, the most frequent one first. */
  readonly spellings: readonly [string, ...string[]];
  readonly rows: number;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

/** A new row, and the one by another name that it may have been. */
export interface RenameQuestion {
  readonly key: string;
  readonly name: string;
  readonly before: string;
}

/** The name of the field that stands first, for a problem with the answers. */
export function firstField({ places }: Asked): string {
  return places.length > 0 ? 'place.0' : 'row.0';
}

export interface Asked {
  readonly places: readonly PlaceChoice[];
  readonly renamed: readonly RenameQuestion[];
}

/** Asks which places are meant, and which rows are others by a new name. */
export function Questions({
  frame: { words },
  each,
  asked: { places, renamed },
  problem,
}: {
  readonly frame: Frame;
  readonly each: Import;
  readonly asked: Asked;
  readonly problem: string | null;
}) {
  return (
    <Form action={`/importe/${each.id}/vorschau`} label={words.say('lists.questions.label')}>
      {places.length === 0 ? null : (
        <Part title={words.say('lists.questions.title', { count: places.length })}>
          <p>{words.say('lists.questions.text')}</p>
          {places.map((question, index) => (
            <QuestionField words={words} question={question} index={index} problem={index === 0 ? problem : null} />
          ))}
        </Part>
      )}
      {renamed.length === 0 ? null : (
        <Part title={words.say('lists.questions.renamed')}>
          <p>{words.say('lists.questions.renamed.text')}</p>
          {renamed.map(({ name, before }, index) => (
            <RadioField
              words={words}
              name={`row.${index}`}
              label={words.say('lists.questions.renamed.is', {
                name: isolated(words, name),
                before: isolated(words, before),
              })}
              error={index === 0 && places.length === 0 ? problem : null}
              optional
              choices={[
                { value: 'renamed', label: words.say('lists.questions.renamed.yes') },
                { value: 'none', label: words.say('lists.questions.renamed.no') },
              ]}
            />
          ))}
        </Part>
      )}
      <ReadersNote words={words} scope="public">
        {words.say('lists.questions.readers')}
      </ReadersNote>
      <Button>{words.say('lists.questions.answer')}</Button>
    </Form>
  );
}

const MOST_NAMED = 5;

function namedIn(words: Words, spellings: readonly string[]): string {
  const named = spellings
    .slice(0, MOST_NAMED)
    .map((each) => words.say('lists.questions.spelling', { place: isolated(words, each) }));
  const more = spellings.length - named.length;
  return words.list(more === 0 ? named : [...named, words.say('lists.questions.more', { count: more })]);
}

/** Few places are all in sight, of many one is chosen from a menu. */
const MOST_IN_SIGHT = 6;

function QuestionField({
  words,
  question: {
    spellings: [place, ...others],
    rows,
    choices,
  },
  index,
  problem,
}: {
  readonly words: Words;
  readonly question: PlaceChoice;
  readonly index: number;
  readonly problem: string | null;
}) {
  const field = {
    words,
    name: `place.${index}`,
    label: words.say('lists.questions.place', { place: isolated(words, place) }),
    hint: [
      words.say('lists.questions.rows', { count: rows }),
      ...(others.length === 0 ? [] : [words.say('lists.questions.alike', { others: namedIn(words, others) })]),
    ].join(' '),
    error: problem,
    optional: true,
    choices: [
      ...choices.map(({ id, name }) => ({ value: id, label: name })),
      { value: 'none', label: words.say('lists.questions.none') },
    ],
  };
  return field.choices.length > MOST_IN_SIGHT ? <SelectField {...field} /> : <RadioField {...field} />;
}
