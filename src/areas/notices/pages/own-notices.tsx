import type { Words } from '../../../plain/words.ts';
import { Button, Buttons, Form, LinkButton, Notice as NoticeBox } from '../../../ui/index.ts';
import type { Notice } from '../notice.ts';

// words: notices.kind.*
/** What whoever speaks for an organisation has to look at, on the pages where they are anyway. */
export function OwnNotices({ words, notices }: { readonly words: Words; readonly notices: readonly Notice[] }) {
  return (
    <>
      {notices.map(({ id, kind, about, raisedOn }) => (
        <NoticeBox tone="look" title={words.say(`notices.kind.${kind}`)}>
          <p>
            {words.say(`notices.kind.${kind}.text`)} {words.say('notices.since', { day: words.day(raisedOn) })}
          </p>
          <Form
            action={`/hinweise/${id}`}
            label={words.say('notices.done.label', { what: words.say(`notices.kind.${kind}`) })}
          >
            <Buttons>
              {about === null ? null : (
                <LinkButton tone="quiet" href={about}>
                  {words.say('notices.open')}
                </LinkButton>
              )}
              <Button tone="quiet" icon="check">
                {words.say('notices.settle')}
              </Button>
            </Buttons>
          </Form>
        </NoticeBox>
      ))}
    </>
  );
}
