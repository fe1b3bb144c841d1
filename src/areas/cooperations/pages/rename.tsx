import type { Hono } from 'hono';
import { context, leaveNotice, readForm, typedIn, type Env } from '../../../platform/http/index.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Page,
  PageTitle,
  ReadersNote,
  TextField,
  type Frame,
} from '../../../ui/index.ts';
import { LONGEST_TITLE, titleForm } from '../forms.ts';
import { COOPERATIONS_PATH } from '../paths.ts';
import { rename } from '../rename.ts';
import { seenAt, type CooperationPages } from './access.ts';

const PATH = `${COOPERATIONS_PATH}/:id/name`;

/** `/kooperationen/:id/name`: another working title. */
export function addRenamePages(web: Hono<Env>, pages: CooperationPages): void {
  web.get(PATH, async (c) => {
    const { cooperation } = await seenAt(c);
    return c.html(<RenamePage frame={await pages.frame(c)} id={cooperation.id} typed={cooperation.title} />);
  });
  web.post(PATH, async (c) => {
    const { cooperation, own } = await seenAt(c);
    const fields = await readForm(c);
    const form = titleForm.safeParse(fields);
    if (!form.success) {
      const error = c.var.words.say('cooperations.title.wrong', { most: LONGEST_TITLE });
      return c.html(
        <RenamePage frame={await pages.frame(c)} id={cooperation.id} typed={typedIn(fields, 'title')} error={error} />,
        422,
      );
    }
    await rename(context(c), { cooperation: cooperation.id, organisation: own, title: form.data.title });
    leaveNotice(c, saying('cooperations.rename.done'));
    return c.redirect(`${COOPERATIONS_PATH}/${cooperation.id}`, 303);
  });
}

function RenamePage({
  frame,
  id,
  typed,
  error,
}: {
  readonly frame: Frame;
  readonly id: string;
  readonly typed: string;
  readonly error?: string;
}) {
  const { words } = frame;
  const title = words.say('cooperations.rename.title');
  const isFaulty = error !== undefined;
  return (
    <Page frame={frame} title={title} noindex readers="partner" faulty={isFaulty}>
      <PageTitle
        back={<BackLink href={`${COOPERATIONS_PATH}/${id}`}>{words.say('cooperations.show.back')}</BackLink>}
        title={title}
      />
      <ErrorSummary words={words} errors={error === undefined ? [] : [{ field: 'title', text: error }]} />
      <Form action={`${COOPERATIONS_PATH}/${id}/name`} label={title}>
        <TextField
          words={words}
          name="title"
          label={words.say('cooperations.title.label')}
          hint={words.say('cooperations.title.hint')}
          value={typed}
          error={error}
          autocomplete="off"
        />
        <ReadersNote words={words} scope="partner" />
        <Button>{words.say('cooperations.rename.go')}</Button>
      </Form>
    </Page>
  );
}
