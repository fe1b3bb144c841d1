import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, type Env } from '../../../platform/http/index.ts';
import { findOutbox, textOf, type OutboxMail } from '../../../platform/mail/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying } from '../../../plain/words.ts';
import {
  Button,
  Card,
  EmptyState,
  Facts,
  Form,
  Page,
  PageTitle,
  PassageBlock,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { handOverMail } from '../hand-over-mail.ts';
import { may, only } from '../may.ts';
import type { NoticePages } from './routes.tsx';

const MOST = 100;

interface Written extends Omit<OutboxMail, 'content'> {
  readonly subject: string;
  readonly lines: readonly string[];
}

export function addOutboxPage(web: Hono<Env>, { frame, wordsIn, sender, outbox }: NoticePages): void {
  web.get('/postausgang', async (c) => {
    only(may.handOver(c.var.actor));
    const mails = await c.var.read.db.read((db) => findOutbox(db, MOST));
    const from = await sender();
    const written = mails.map(({ content, ...mail }): Written => {
      const words = wordsIn(mail.language);
      return { ...mail, subject: words.tell(content.subject), lines: textOf(content, words, from).split('\n') };
    });
    return c.html(<OutboxPage frame={await frame(c)} mails={written} />);
  });
  web.post('/postausgang/:id', async (c) => {
    only(may.handOver(c.var.actor));
    const id = c.req.param('id');
    if (!isId(id)) throw new NotFoundError();
    await handOverMail(context(c), outbox, id);
    leaveNotice(c, saying('notices.outbox.done'));
    return c.redirect('/postausgang', 303);
  });
}

function OutboxPage({ frame, mails }: { readonly frame: Frame; readonly mails: readonly Written[] }) {
  const { words } = frame;
  const title = words.say('notices.outbox.title');
  return (
    <Page frame={frame} title={title} noindex readers="keepers">
      <PageTitle title={title} below={words.say('notices.outbox.text')} />
      {mails.length === 0 ? <EmptyState title={words.say('notices.outbox.none')} icon="check" /> : null}
      {mails.map(({ id, receiver, language, writtenAt, subject, lines }) => (
        <Card
          title={
            <PassageBlock lang={language}>
              <bdi>{subject}</bdi>
            </PassageBlock>
          }
        >
          <Facts
            facts={[
              { term: words.say('notices.outbox.to'), value: <bdi dir="ltr">{receiver}</bdi> },
              { term: words.say('notices.outbox.written'), value: words.day(writtenAt) },
            ]}
          />
          <PassageBlock lang={language}>
            <p>
              {lines.map((line) => (
                <>
                  {line}
                  <br />
                </>
              ))}
            </p>
          </PassageBlock>
          <Form action={`/postausgang/${id}`} label={words.say('notices.outbox.settle')}>
            <Button tone="quiet" icon="check">
              {words.say('notices.outbox.settle')}
            </Button>
          </Form>
        </Card>
      ))}
      <ReadersNote words={words} scope="own">
        {words.say('notices.outbox.readers')}
      </ReadersNote>
    </Page>
  );
}
