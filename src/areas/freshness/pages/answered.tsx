import { dayOf } from '../../../plain/time.ts';
import { Button, Form, LinkButton, Notice, Page, PageTitle, Part, ReadersNote, type Frame } from '../../../ui/index.ts';
import { undoUntil, type Ask } from '../confirmation-ask.ts';
import type { Entry } from '../entry.ts';
import { nameOf } from './access.ts';

// words: freshness.answered.*
/** What was answered with this link, until when it can be taken back, and how to go on. */
export function AnsweredPage({
  frame,
  ask,
  entry,
  token,
  now,
}: {
  readonly frame: Frame;
  readonly ask: Ask;
  readonly entry: Entry;
  readonly token: string;
  readonly now: Date;
}) {
  const { words } = frame;
  const answer = ask.answer ?? 'confirmed';
  const until = undoUntil(ask, now);
  const path = entry.kind === 'organisation' ? `/organisationen/${entry.subject}` : `/angebote/${entry.subject}`;
  return (
    <Page frame={frame} title={words.say('freshness.answered.title')} noindex readers="own">
      <PageTitle
        {...(entry.account === null ? {} : { above: <bdi>{nameOf(entry.account, words)}</bdi> })}
        title={words.say('freshness.answered.title')}
        below={words.say(`freshness.answered.${answer}`, { day: words.day(dayOf(ask.answeredAt ?? now)) })}
      />
      {answer === 'withdrawn' ? null : (
        <p>
          <LinkButton tone="quiet" href={path}>
            {words.say('freshness.answered.look')}
          </LinkButton>
        </p>
      )}
      {answer === 'withdrawn' || entry.kind !== 'organisation' ? null : (
        <Part title={words.say('freshness.voice.title')}>
          <p>{words.say('freshness.voice.text')}</p>
          <Form action={`/bestaetigen/${token}/stimme`} label={words.say('freshness.voice.title')}>
            <ReadersNote words={words} scope="own">
              {words.say('freshness.voice.readers')}
            </ReadersNote>
            <Button tone="quiet" icon="next">
              {words.say('freshness.voice.go')}
            </Button>
          </Form>
        </Part>
      )}
      {until === null ? (
        <Notice>
          <p>{words.say('freshness.undo.over')}</p>
        </Notice>
      ) : (
        <Part title={words.say('freshness.undo.title')}>
          <p>{words.say('freshness.undo.text', { moment: words.moment(until) })}</p>
          <Form action={`/bestaetigen/${token}/zurueck`} label={words.say('freshness.undo.title')}>
            <ReadersNote words={words} scope="own">
              {words.say('freshness.undo.readers')}
            </ReadersNote>
            <Button tone="quiet" icon="undo">
              {words.say('freshness.undo.go')}
            </Button>
          </Form>
        </Part>
      )}
    </Page>
  );
}
