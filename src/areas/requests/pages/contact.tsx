import type { Child } from 'hono/jsx';
import type { Words } from '../../../plain/words.ts';
import { Card } from '../../../ui/index.ts';

/** How to reach the other side, from the moment on at which both have agreed. */
export function Contact({
  words,
  contact: { name, facts },
}: {
  readonly words: Words;
  readonly contact: { readonly name: string; readonly facts: Child };
}) {
  return (
    <Card title={words.say('requests.contact.title', { name })} note={words.say('requests.contact.note')}>
      {facts ?? <p>{words.say('requests.contact.none')}</p>}
    </Card>
  );
}
