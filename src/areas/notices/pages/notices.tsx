import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, type Env } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying } from '../../../plain/words.ts';
import { Button, Card, EmptyState, Form, Page, PageTitle, ReadersNote, type Frame } from '../../../ui/index.ts';
import { may, only } from '../may.ts';
import type { Notice } from '../notice.ts';
import { settleNotice } from '../settle-notice.ts';
import { findNotices } from '../store.ts';
import type { NoticePages } from './routes.tsx';

const MOST = 200;

export function addNoticesPage(web: Hono<Env>, { frame }: NoticePages): void {
  web.get('/hinweise', async (c) => {
    only(may.read(c.var.actor));
    const notices = await c.var.read.db.read((db) => findNotices(db, { most: MOST, organisations: null }));
    return c.html(<NoticesPage frame={await frame(c)} notices={notices} />);
  });
  web.post('/hinweise/:id', async (c) => {
    const id = c.req.param('id');
    if (!isId(id)) throw new NotFoundError();
    const organisation = await settleNotice(context(c), id);
    leaveNotice(c, saying('notices.done'));
    return c.redirect(organisation === null ? '/hinweise' : `/organisationen/${organisation}`, 303);
  });
}

// words: notices.kind.*
function NoticesPage({ frame, notices }: { readonly frame: Frame; readonly notices: readonly Notice[] }) {
  const { words } = frame;
  const title = words.say('notices.title');
  return (
    <Page frame={frame} title={title} noindex readers="keepers">
      <PageTitle title={title} below={words.say('notices.text')} />
      {notices.length === 0 ? <EmptyState title={words.say('notices.none')} icon="check" /> : null}
      {notices.map(({ id, kind, about, raisedOn }) => (
        <Card title={words.say(`notices.kind.${kind}`)} note={words.say('notices.since', { day: words.day(raisedOn) })}>
          <p>{words.say(`notices.kind.${kind}.text`)}</p>
          {about === null ? null : (
            <p>
              <a href={about}>{words.say('notices.open')}</a>
            </p>
          )}
          <Form
            action={`/hinweise/${id}`}
            label={words.say('notices.done.label', { what: words.say(`notices.kind.${kind}`) })}
          >
            <Button tone="quiet" icon="check">
              {words.say('notices.settle')}
            </Button>
          </Form>
        </Card>
      ))}
      <ReadersNote words={words} scope="own">
        {words.say('notices.readers')}
      </ReadersNote>
    </Page>
  );
}
