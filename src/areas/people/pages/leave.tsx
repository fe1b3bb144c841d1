import type { Hono } from 'hono';
import { saying } from '../../../plain/words.ts';
import { context, leaveNotice, readForm, takeSessionCookie, type Env } from '../../../platform/http/index.ts';
import { Button, Card, Form, Pair, TextField, type Frame } from '../../../ui/index.ts';
import type { FieldProblem } from '../account.ts';
import { leaveForm } from '../forms.ts';
import { leave } from '../leave.ts';
import { showAccount } from '../show-account.ts';
import type { OwnAccount } from '../store-account.ts';
import { accountAt, keepNowhere, type PeoplePages } from './access.ts';
import { problemAt } from './account-fields.tsx';
import { FormPage, KeyReaders, PresentField, toAccount } from './form-page.tsx';

/** `/konto/abschied`: what stays, what goes, and going. */
export function addLeavePages(web: Hono<Env>, { frame, origin }: PeoplePages): void {
  web.get('/konto/abschied', async (c) => {
    keepNowhere(c);
    const { own } = await showAccount(c.var.read, accountAt(c));
    return c.html(<LeavePage frame={await frame(c)} own={own} alias="" problems={[]} />);
  });
  web.post('/konto/abschied', async (c) => {
    keepNowhere(c);
    const typed = leaveForm.parse(await readForm(c));
    const { own } = await showAccount(c.var.read, accountAt(c));
    const done = await leave(context(c), typed);
    if (!done.ok)
      return c.html(<LeavePage frame={await frame(c)} own={own} alias={typed.alias} problems={done.issue} />, 422);
    takeSessionCookie(c, origin);
    leaveNotice(c, saying('people.leave.done'));
    return c.redirect('/', 303);
  });
}

function LeavePage({
  frame,
  own,
  alias,
  problems,
}: {
  readonly frame: Frame;
  readonly own: OwnAccount;
  readonly alias: string;
  readonly problems: readonly FieldProblem[];
}) {
  const { words } = frame;
  const title = words.say('people.leave.title');
  return (
    <FormPage frame={frame} title={title} back={toAccount(words)} isOwn problems={problems}>
      <Pair>
        <Card title={words.say('people.leave.goes')}>
          <p>{words.say('people.leave.goes.text')}</p>
        </Card>
        <Card title={words.say('people.leave.stays')}>
          <p>{words.say('people.leave.stays.text')}</p>
        </Card>
      </Pair>
      <p>{words.say('people.leave.handOver')}</p>
      <Form action="/konto/abschied" label={title}>
        {own.hasPassphrase ? (
          <PresentField words={words} problems={problems} />
        ) : (
          <TextField
            words={words}
            name="alias"
            label={words.say('people.leave.alias', { alias: own.alias })}
            value={alias}
            error={problemAt(words, problems, 'alias')}
            autocomplete="off"
          />
        )}
        <KeyReaders words={words} />
        <Button tone="end">{words.say('people.leave.go')}</Button>
      </Form>
    </FormPage>
  );
}
