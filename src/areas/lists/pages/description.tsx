import type { Hono } from 'hono';
import { context, leaveNotice, readForm, type Env } from '../../../platform/http/index.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Page,
  PageTitle,
  ReadersNote,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { descriptionForm } from '../forms.ts';
import { describeList } from '../keep-list.ts';
import type { List } from '../list.ts';
import { demand, may } from '../may.ts';
import { keepersOnly, listAt, type ListPages } from './access.ts';
import { DescriptionFields, type Typed } from './description-fields.tsx';

/** `/listen/:id/beschreibung`: what is said about a list. */
export function addDescriptionPages(web: Hono<Env>, { frame }: ListPages): void {
  web.get('/listen/:id/beschreibung', async (c) => {
    keepersOnly(c);
    const list = await listAt(c);
    const { title, publisher, purpose, licence, role, rhythm, takedownContact } = list;
    const typed = { title, publisher, purpose, licence, role, rhythm, takedownContact };
    return c.html(<DescriptionPage frame={await frame(c)} list={list} typed={typed} />);
  });
  web.post('/listen/:id/beschreibung', async (c) => {
    demand(may.keepLists(c.var.actor));
    const list = await listAt(c);
    const typed = firstOf(await readForm(c));
    const form = descriptionForm.safeParse(typed);
    if (!form.success) {
      const faulty = new Set(form.error.issues.map(({ path }) => String(path[0])));
      return c.html(<DescriptionPage frame={await frame(c)} list={list} typed={typed} faulty={faulty} />, 422);
    }
    try {
      await describeList(context(c), list.id, form.data);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const conflict = c.var.words.tell(error.reason);
      return c.html(<DescriptionPage frame={await frame(c)} list={list} typed={typed} conflict={conflict} />, 422);
    }
    leaveNotice(c, saying('lists.describe.done'));
    return c.redirect(`/listen/${list.id}`, 303);
  });
}

function firstOf(fields: Readonly<Record<string, string | readonly string[]>>): Typed {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : value[0]]),
  );
}

function DescriptionPage({
  frame,
  list,
  typed,
  faulty = new Set(),
  conflict,
}: {
  readonly frame: Frame;
  readonly list: List;
  readonly typed: Typed;
  readonly faulty?: ReadonlySet<string>;
  readonly conflict?: string;
}) {
  const { words } = frame;
  const errors: FormError[] = [...faulty].map((field) => ({
    field,
    text: words.say(`lists.describe.${field}.missing`),
  }));
  if (conflict !== undefined) errors.push({ field: 'title', text: conflict });
  return (
    <Page frame={frame} title={words.say('lists.describe')} noindex readers="keepers" faulty={errors.length > 0}>
      <PageTitle
        back={
          <BackLink href={`/listen/${list.id}`}>
            <bdi>{list.title}</bdi>
          </BackLink>
        }
        title={words.say('lists.describe')}
      />
      <ErrorSummary words={words} errors={errors} />
      <Form label={words.say('lists.describe')}>
        <DescriptionFields words={words} typed={typed} faulty={faulty} />
        <ReadersNote words={words} scope="public" />
        <Button>{words.say('lists.describe.save')}</Button>
      </Form>
    </Page>
  );
}
