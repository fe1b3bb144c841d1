import type { Words } from '../../../plain/words.ts';
import { Button, Form, Part, RadioField, ReadersNote, SelectField, type Frame } from '../../../ui/index.ts';
import type { Import } from '../import.ts';
import { isolated } from '../../../plain/isolated.ts';

/** A place that the list does not name clearly, and which it may be. */
export interface PlaceQuestion {
  readonly place: string;
  readonly rows: number;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

/** Asks which places are meant. */
export function Questions({
  frame: { words },
  each,
  questions,
  problem,
}: {
  readonly frame: Frame;
  readonly each: Import;
  readonly questions: readonly PlaceQuestion[];
  readonly problem: string | null;
}) {
  return (
    <Part title={words.say('lists.questions.title', { count: questions.length })}>
      <p>{words.say('lists.questions.text')}</p>
      <Form
        action={`/importe/${each.id}/vorschau`}
        label={words.say('lists.questions.title', { count: questions.length })}
      >
        {questions.map((question, index) => (
          <QuestionField words={words} question={question} index={index} problem={index === 0 ? problem : null} />
        ))}
        <ReadersNote words={words} scope="public" />
        <Button>{words.say('lists.questions.answer')}</Button>
      </Form>
    </Part>
  );
}

/** Few places are all in sight, of many one is chosen from a menu. */
const MOST_IN_SIGHT = 6;

function QuestionField({
  words,
  question: { place, rows, choices },
  index,
  problem,
}: {
  readonly words: Words;
  readonly question: PlaceQuestion;
  readonly index: number;
  readonly problem: string | null;
}) {
  const field = {
    words,
    name: `place.${index}`,
    label: words.say('lists.questions.place', { place: isolated(words, place) }),
    hint: words.say('lists.questions.rows', { count: rows }),
    error: problem,
    optional: true,
    choices: [
      ...choices.map(({ id, name }) => ({ value: id, label: name })),
      { value: 'none', label: words.say('lists.questions.none') },
    ],
  };
  return field.choices.length > MOST_IN_SIGHT ? <SelectField {...field} /> : <RadioField {...field} />;
}
