import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { answerPath, draftPath } from '../draft-paths.ts';
import { agreementPath } from '../paths.ts';
import type { Table } from '../show-table.ts';
import { isAsking, isAsked } from '../turns.ts';
import { ForWhom } from './for-whom.tsx';
import { OwnChange, TheirChange } from './answer-change.tsx';
import { ChangeGroups, MOST_OPEN } from './answer-groups.tsx';
import { SettledPart, SincePart } from './answer-since.tsx';
import type { DraftPlace } from './draft-place.ts';
import { MoneySum } from './money-sum.tsx';
import { allNames } from './partner-names.ts';
import { SignedNote } from './signed-note.tsx';

/** What the others propose, each with its reason and room for an answer; one's own below; then what has happened. */
export function AnswerPage({
  frame,
  place,
  table,
  isUnfolded,
  typed,
  errors,
}: {
  readonly frame: Frame;
  readonly place: DraftPlace;
  readonly table: Table;
  /** Whether somebody wants to see all of every change. */
  readonly isUnfolded: boolean;
  readonly typed: (name: string) => string;
  readonly errors: readonly FormError[];
}) {
  const { words } = frame;
  const { agreement, own, open, text } = place;
  const title = words.say('agreements.answer.title');
  const isFaulty = errors.length > 0;
  const theirs = open.filter(({ partner }) => partner !== own);
  const mine = open.filter(({ partner }) => partner === own);
  const threadOf = (change: string) => table.threads.get(change) ?? [];
  const questions = mine.filter(({ id }) => isAsked(threadOf(id)));
  const waiting = theirs.filter(({ id }) => !isAsking(threadOf(id), own)).length;
  const areOpen = isUnfolded || theirs.length <= MOST_OPEN;
  const shown = { words, place, table, typed, errors };
  return (
    <Page frame={frame} title={title} noindex readers="partner" faulty={isFaulty}>
      <PageTitle
        back={<BackLink href={agreementPath(agreement)}>{words.say('agreements.draft.back')}</BackLink>}
        above={allNames(words, text)}
        title={title}
        below={words.say('agreements.answer.text')}
      />
      <ForWhom words={words} cooperation={place.standing.cooperation} here={place} partners={text.partners} />
      <ErrorSummary words={words} errors={errors} />
      <SignedNote words={words} version={place.standing.version} lastSigned={place.lastSigned} />
      {questions.length === 0 ? null : (
        <Notice tone="look">
          <ul class="link-list">
            {questions.map(({ id }) => (
              <li>
                <a href={`#v-${id}`}>{words.say('agreements.answer.questions', { count: 1 })}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {theirs.length === 0 ? (
        questions.length > 0 ? null : (
          <Nothing words={words} href={draftPath(agreement)} />
        )
      ) : (
        <Part
          title={
            waiting === 0
              ? words.say('agreements.answer.asked')
              : words.say('agreements.answer.theirs', { count: waiting })
          }
        >
          <Form action={answerPath(agreement)} label={title} hidden={inTheNameOf(own)}>
            {areOpen ? null : (
              <p>
                <a href={`${answerPath(agreement)}?offen=alle`}>{words.say('agreements.answer.unfold')}</a>
              </p>
            )}
            <ChangeGroups {...shown} changes={theirs} areOpen={areOpen} Change={TheirChange} />
            <MoneySum
              words={words}
              text={text}
              changes={theirs}
              title={words.say('agreements.answer.ifAccepted', { count: theirs.length })}
            />
            <ReadersNote words={words} scope="partner">
              {words.say('agreements.draft.handOver.readers')}
            </ReadersNote>
            <Buttons>
              <Button icon="check">{words.say('agreements.answer.go')}</Button>
              {theirs.length < 2 || !areOpen ? null : (
                <Button tone="quiet" name="rest" value="accept">
                  {words.say('agreements.answer.acceptRest')}
                </Button>
              )}
            </Buttons>
          </Form>
        </Part>
      )}
      {mine.length === 0 ? null : (
        <Part title={words.say('agreements.answer.ours', { count: mine.length })}>
          <ChangeGroups {...shown} changes={mine} areOpen={mine.length <= MOST_OPEN} Change={OwnChange} />
        </Part>
      )}
      <SincePart words={words} place={place} table={table} />
      <SettledPart words={words} place={place} table={table} />
    </Page>
  );
}

function Nothing({ words, href }: { readonly words: Words; readonly href: string }) {
  return (
    <EmptyState title={words.say('agreements.answer.none')} icon="check">
      <p>
        <LinkButton tone="quiet" href={href}>
          {words.say('agreements.answer.none.write')}
        </LinkButton>
      </p>
    </EmptyState>
  );
}
