import type { Child } from 'hono/jsx';
import type { Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import { Card } from '../../../ui/index.ts';

/** How to reach the other side, from the moment on at which both have agreed. */
export function Contact({
  words,
  contact: { name, facts },
  until = null,
}: {
  readonly words: Words;
  readonly contact: { readonly name: string; readonly facts: Child };
  /** The last day on which it stands here. */
  readonly until?: Day | null;
}) {
  const note = [
    words.say('requests.contact.note'),
    ...(until === null ? [] : [words.say('requests.introduction.until', { day: words.day(until) })]),
  ].join(' ');
  return (
    <Card title={words.say('requests.contact.title', { name })} note={note}>
      {facts ?? <p>{words.say('requests.contact.none')}</p>}
    </Card>
  );
}
