import type { Words } from '../../../plain/words.ts';
import { Facts, Fold } from '../../../ui/index.ts';
import { isAnswered, type Answers, type Question } from '../plan.ts';
import { AsTyped } from './as-typed.tsx';

// words: cooperations.question.*
/**
 * What one's own plan says to some questions, to look at while something like it is asked again. Not filled in: it was
 * written for oneself, about others, and nobody should send it by mistake.
 */
export function FromPlan({
  words,
  answers,
  questions,
}: {
  readonly words: Words;
  readonly answers: Answers;
  readonly questions: readonly Question[];
}) {
  const said = questions.filter((question) => isAnswered(answers, question));
  if (said.length === 0) return null;
  return (
    <Fold label={words.say('cooperations.plan.said')}>
      <Facts
        facts={said.map((question) => ({
          term: words.say(`cooperations.question.${question}`),
          value: <AsTyped text={answers[question] ?? ''} />,
        }))}
      />
    </Fold>
  );
}
