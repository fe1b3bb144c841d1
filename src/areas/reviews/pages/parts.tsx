import type { Child } from 'hono/jsx';
import type { Words } from '../../../plain/words.ts';
import { BackLink, ErrorSummary, Page, PageTitle, TextArea, type FormError, type Frame } from '../../../ui/index.ts';
import { COOPERATIONS_PATH, InWhoseName } from '../../cooperations/index.ts';
import { LONGEST } from '../forms.ts';
import { nameIn, type View } from './view.ts';

/** A page below the page of a cooperation; with errors, they stand first. */
export function BelowCooperation({
  frame,
  view,
  title,
  below,
  errors = [],
  readers = 'partner',
  children,
}: {
  readonly frame: Frame;
  readonly view: View;
  readonly title: string;
  readonly below?: string;
  readonly errors?: readonly FormError[];
  readonly readers?: 'partner' | 'own';
  readonly children?: Child;
}) {
  const { cooperation, title: name, own, ownVoices } = view;
  const { words } = frame;
  const isFaulty = errors.length > 0;
  return (
    <Page frame={frame} title={title} noindex readers={readers} faulty={isFaulty}>
      <PageTitle
        back={
          <BackLink href={`${COOPERATIONS_PATH}/${cooperation}`}>
            <bdi>{name}</bdi>
          </BackLink>
        }
        title={title}
        below={below}
      />
      <InWhoseName words={words} cooperation={cooperation} name={nameIn(view, own, words)} voices={ownVoices} />
      <ErrorSummary words={words} errors={errors} />
      {children}
    </Page>
  );
}

// words: reviews.review.question.*, reviews.closing.question.*
/** One question as a field for an answer of several lines. */
export function QuestionField({
  words,
  of,
  question,
  value,
  errors,
}: {
  readonly words: Words;
  readonly of: 'review' | 'closing';
  readonly question: string;
  readonly value: string;
  readonly errors: readonly FormError[];
}) {
  return (
    <TextArea
      words={words}
      name={question}
      label={words.say(`reviews.${of}.question.${question}`)}
      value={value}
      error={errors.find(({ field }) => field === question)?.text}
      rows={4}
      optional
    />
  );
}

export function tooLong(words: Words, questions: readonly string[]): readonly FormError[] {
  return questions.map((field) => ({ field, text: words.say('reviews.tooLong', { most: LONGEST }) }));
}

// words: reviews.review.question.*, reviews.closing.question.*
/** What one side has answered, question by question; what it left out is not asked again. */
export function Answers({
  words,
  of,
  answers,
}: {
  readonly words: Words;
  readonly of: 'review' | 'closing';
  readonly answers: readonly (readonly [question: string, text: string])[];
}) {
  const said = answers.filter(([, text]) => text.trim() !== '');
  if (said.length === 0) return <p class="soft">{words.say('reviews.nothingSaid')}</p>;
  return (
    <>
      {said.map(([question, text]) => (
        <>
          <h3>{words.say(`reviews.${of}.question.${question}`)}</h3>
          <Lines text={text} />
        </>
      ))}
    </>
  );
}

/** What somebody typed, line by line, in whatever direction it was written. */
function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p dir="auto">{line}</p>
        ))}
    </>
  );
}
