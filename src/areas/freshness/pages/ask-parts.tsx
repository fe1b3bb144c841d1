import { dayOf, type Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import { Button, CheckField, Facts, Form, Notice, Part, ReadersNote } from '../../../ui/index.ts';
import { isOpen, reasonNotToAsk, type Ask } from '../confirmation-ask.ts';
import { mailboxOf, type Entry } from '../entry.ts';

interface Shown {
  readonly words: Words;
  readonly entry: Entry;
}

/** By mail to the function mailbox, or by letter. What is not possible now says why. */
export function WaysPart({ words, entry, asks }: Shown & { readonly asks: readonly Ask[] }) {
  const running = asks.find(isOpen) ?? null;
  const reason = reasonNotToAsk('mail', { running, isWithdrawn: false });
  const noLetter = reasonNotToAsk('paper', { running, isWithdrawn: false });
  const mailbox = mailboxOf(entry);
  return (
    <>
      <Part title={words.say('freshness.ways.mail.title')}>
        {reason !== null ? (
          <Notice>
            <p>{words.say('freshness.ask.not.running', { day: words.day(running?.sentOn ?? '') })}</p>
          </Notice>
        ) : mailbox === null ? (
          <Notice>
            <p>{words.say('freshness.ask.not.mailbox')}</p>
          </Notice>
        ) : (
          <Form action={`/auffrischen/${entry.subject}`} label={words.say('freshness.ways.mail.title')}>
            <Facts facts={[{ term: words.say('claims.field.mailbox'), value: <bdi dir="ltr">{mailbox}</bdi> }]} />
            <p>{words.say('freshness.ways.mail.text')}</p>
            <ReadersNote words={words} scope="own">
              {words.say('freshness.ways.readers')}
            </ReadersNote>
            <Button icon="mail">{words.say('freshness.ways.mail')}</Button>
          </Form>
        )}
      </Part>
      {noLetter !== null ? null : (
        <Part title={words.say('freshness.ways.letter.title')}>
          <Form action={`/auffrischen/${entry.subject}/brief`} label={words.say('freshness.ways.letter.title')}>
            <p>{words.say(running === null ? 'freshness.ways.letter.text' : 'freshness.ways.letter.again')}</p>
            <ReadersNote words={words} scope="own">
              {words.say('freshness.ways.readers')}
            </ReadersNote>
            <Button tone="quiet" icon="print">
              {words.say('freshness.ways.letter')}
            </Button>
          </Form>
        </Part>
      )}
    </>
  );
}

/** Somebody asked on the telephone or at the table. */
export function ByPersonPart({ words, entry }: Shown) {
  return (
    <Part title={words.say('freshness.person.title')}>
      <p>{words.say('freshness.person.text')}</p>
      <Form action={`/auffrischen/${entry.subject}/gefragt`} label={words.say('freshness.person.title')}>
        <ReadersNote words={words} scope="public">
          {words.say('freshness.person.readers')}
        </ReadersNote>
        <Button tone="quiet" icon="check">
          {words.say('freshness.person.go')}
        </Button>
      </Form>
    </Part>
  );
}

/** Somebody speaks for it and is not to be reached. */
export function SeekPart({ words, entry }: Shown) {
  return (
    <Part title={words.say('freshness.seek.title')}>
      <p>{words.say('freshness.seek.text')}</p>
      <Form action={`/auffrischen/${entry.subject}/jemanden`} label={words.say('freshness.seek.title')}>
        <ReadersNote words={words} scope="own">
          {words.say('freshness.seek.readers')}
        </ReadersNote>
        <Button tone="quiet" icon="mail">
          {words.say('freshness.seek.go')}
        </Button>
      </Form>
    </Part>
  );
}

/** What an organisation has written to the coordination, or that nobody has answered. */
export function NotePart({ words, entry, asks }: Shown & { readonly asks: readonly Ask[] }) {
  const notes = asks.flatMap(({ note }) => (note === null ? [] : [note]));
  const isUnanswered = asks.some(({ state }) => state === 'with a person');
  if (notes.length === 0 && !isUnanswered) return null;
  return (
    <Part title={words.say('freshness.note.title')}>
      {notes.map((note) => (
        <Notice>
          <p>
            <bdi>{note}</bdi>
          </p>
        </Notice>
      ))}
      {isUnanswered ? <p>{words.say('freshness.note.unanswered')}</p> : null}
      <Form action={`/auffrischen/${entry.subject}/erledigt`} label={words.say('freshness.note.title')}>
        <ReadersNote words={words} scope="own">
          {words.say('freshness.note.readers')}
        </ReadersNote>
        <Button tone="quiet" icon="check">
          {words.say('freshness.note.go')}
        </Button>
      </Form>
    </Part>
  );
}

/** Only with the yes of the organisation; it reads in its chain that this was done. */
export function ShowAgainPart({
  words,
  entry,
  since,
  error,
}: Shown & { readonly since: Day; readonly error: string | undefined }) {
  return (
    <Part title={words.say('freshness.again.title')}>
      <p>{words.say('freshness.again.text', { day: words.day(since) })}</p>
      <Form action={`/auffrischen/${entry.subject}/wieder-zeigen`} label={words.say('freshness.again.title')}>
        <CheckField
          words={words}
          name="said"
          label={words.say('freshness.again.said')}
          choices={[{ value: 'yes', label: words.say('freshness.again.said.yes') }]}
          error={error}
        />
        <ReadersNote words={words} scope="public">
          {words.say('freshness.again.readers')}
        </ReadersNote>
        <Button tone="quiet" icon="eye">
          {words.say('freshness.again.go')}
        </Button>
      </Form>
    </Part>
  );
}

// words: freshness.state.* freshness.answered.short.* freshness.channel.*
/** What was asked so far, and what came of it. */
export function AskedPart({ words, asks }: { readonly words: Words; readonly asks: readonly Ask[] }) {
  if (asks.length === 0) return null;
  return (
    <Part title={words.say('freshness.asked.title')}>
      <Facts
        facts={asks.map(({ channel, sentOn, state, answer, answeredAt, attempt }) => ({
          term: words.say(`freshness.channel.${channel}`, { day: words.day(sentOn), attempt }),
          value:
            answer !== null && answeredAt !== null
              ? words.say(`freshness.answered.short.${answer}`, { day: words.day(dayOf(answeredAt)) })
              : words.say(`freshness.state.${state.replaceAll(' ', '-')}`),
        }))}
      />
    </Part>
  );
}
