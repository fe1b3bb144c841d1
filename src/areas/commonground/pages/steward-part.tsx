import type { Words } from '../../../plain/words.ts';
import { Button, Buttons, Fold, Form, LinkButton, Notice, Part, ReadersNote } from '../../../ui/index.ts';
import { LEAST_PEOPLE, LEAST_STEP, type Conversation, type Phase } from '../conversation.ts';
import { areAllNamed } from '../parking.ts';
import { notYetSaid } from '../say-later.ts';
import { missingIn, type Statement } from '../statement.ts';
import { ResultReaders } from './parts.tsx';

/** What whoever looks after a conversation can do now. */
export function StewardPart({
  words,
  conversation,
  path,
  phase,
  statements,
  codes,
  people,
  counted,
  isOver,
}: {
  readonly words: Words;
  readonly conversation: Conversation;
  readonly path: string;
  readonly phase: Phase;
  readonly statements: readonly Statement[];
  /** Codes on paper that nobody has used yet. */
  readonly codes: number;
  /** How many have answered something. */
  readonly people: number;
  /** How many are in the latest result; null where there is none. */
  readonly counted: number | null;
  /** The last result stands. */
  readonly isOver: boolean;
}) {
  const waiting = statements.filter(({ state }) => state === 'waiting').length;
  const notReady = <NotReady {...{ words, conversation, path, statements, codes }} />;
  return (
    <Part title={words.say('commonground.steward.title')}>
      {waiting === 0 ? null : (
        <Notice tone="look" title={words.say('commonground.steward.waiting', { count: waiting })}>
          <p>
            <LinkButton href={`${path}/aussagen`}>{words.say('commonground.steward.look')}</LinkButton>
          </p>
        </Notice>
      )}
      <Buttons>
        <LinkButton tone="quiet" icon="list" href={`${path}/aussagen`}>
          {words.say('commonground.statements.title')}
        </LinkButton>
        {phase === 'ended' ? null : (
          <>
            <LinkButton tone="quiet" icon="print" href={`${path}/blatt`}>
              {words.say(
                conversation.entry === 'codes' ? 'commonground.sheet.title.codes' : 'commonground.sheet.title',
              )}
            </LinkButton>
            <LinkButton tone="quiet" href={`${path}/bearbeiten`}>
              {words.say('commonground.edit.title')}
            </LinkButton>
          </>
        )}
      </Buttons>
      {phase === 'preparing' ? (
        <Form action={`${path}/beginnen`} label={words.say('commonground.begin.go')}>
          <p>{words.say('commonground.begin.text')}</p>
          {notReady}
          <ReadersNote words={words} scope={conversation.isPublic ? 'public' : 'own'}>
            {words.say(conversation.isPublic ? 'commonground.begin.public' : 'commonground.begin.closed')}
          </ReadersNote>
          <Button icon="check">{words.say('commonground.begin.go')}</Button>
        </Form>
      ) : isOver ? null : (
        <>
          {phase === 'ended' ? null : notReady}
          <Form action={`${path}/stand`} label={words.say('commonground.stand.go')}>
            {phase === 'ended' ? null : (
              <p>
                {people < LEAST_PEOPLE
                  ? words.say('commonground.stand.people.few', { least: LEAST_PEOPLE })
                  : words.say('commonground.stand.people', { people })}
              </p>
            )}
            <p>{words.say('commonground.stand.text')}</p>
            <ResultReaders words={words} conversation={conversation} />
            <Button tone={counted === null ? 'main' : 'quiet'}>{words.say('commonground.stand.go')}</Button>
          </Form>
        </>
      )}
      {phase === 'open' ? (
        <Fold label={words.say('commonground.end.go')}>
          <Form action={`${path}/beenden`} label={words.say('commonground.end.go')}>
            <p>{words.say('commonground.end.text')}</p>
            {counted === null ? null : <LeftOver words={words} count={people - counted} />}
            <ResultReaders words={words} conversation={conversation} />
            <Button tone="end">{words.say('commonground.end.go')}</Button>
          </Form>
        </Fold>
      ) : null}
      {phase === 'preparing' ? (
        <Fold label={words.say('commonground.drop.go')}>
          <Form action={`${path}/verwerfen`} label={words.say('commonground.drop.go')}>
            <p>{words.say('commonground.drop.text')}</p>
            <Button tone="end">{words.say('commonground.drop.go')}</Button>
          </Form>
        </Fold>
      ) : null}
    </Part>
  );
}

/** Whose answers would be in no result if it ended now. */
function LeftOver({ words, count }: { readonly words: Words; readonly count: number }) {
  if (count <= 0 || count >= LEAST_STEP) return null;
  return (
    <Notice tone="look">
      <p>{words.say('commonground.end.leftOver', { count, step: LEAST_STEP })}</p>
    </Notice>
  );
}

// words: commonground.says.*
/** What those who come would miss; it can be begun all the same, and added while it runs. */
function NotReady({
  words,
  conversation,
  path,
  statements,
  codes,
}: {
  readonly words: Words;
  readonly conversation: Conversation;
  readonly path: string;
  readonly statements: readonly Statement[];
  readonly codes: number;
}) {
  const { entry, languages, begunOn } = conversation;
  const links = [
    ...languages.flatMap((language) => {
      const missing = [
        ...notYetSaid(conversation, language).map((field) =>
          words.say(field === 'question' ? 'commonground.form.question' : `commonground.says.${field}`),
        ),
        ...(areAllNamed(conversation, language) ? [] : [words.say('commonground.parked.title')]),
      ];
      if (missing.length === 0) return [];
      const told = { language: words.languageName(language), texts: words.list(missing) };
      return [{ href: `${path}/bearbeiten`, label: words.say('commonground.begin.untold', told) }];
    }),
    ...missingIn(statements, languages).map(({ language, count }) => ({
      href: `${path}/uebersetzung/${language}`,
      label: words.say('commonground.begin.untranslated', { language: words.languageName(language), count }),
    })),
    ...(begunOn === null && entry === 'codes' && codes === 0
      ? [{ href: `${path}/blatt`, label: words.say('commonground.begin.noCodes') }]
      : []),
  ];
  if (links.length === 0) return null;
  return (
    <Notice tone="look" title={words.say('commonground.begin.missing')}>
      <ul>
        {links.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
