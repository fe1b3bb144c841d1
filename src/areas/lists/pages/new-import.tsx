import { basename } from 'node:path';
import { rm } from 'node:fs/promises';
import type { Hono } from 'hono';
import { context, receiveUpload, type Env, type Request, type Upload } from '../../../platform/http/index.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { isId } from '../../../plain/ids.ts';
import {
  BackLink,
  Button,
  ErrorSummary,
  FileField,
  Form,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  SelectField,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { beginImport } from '../begin-import.ts';
import { DESCRIPTION_FIELDS, descriptionForm } from '../forms.ts';
import { forgetList, openList } from '../keep-list.ts';
import type { List } from '../list.ts';
import { demand, may } from '../may.ts';
import { MAX_FILE_BYTES } from '../reading/index.ts';
import { findList, findLists } from '../store.ts';
import { keepersOnly, type ListPages } from './access.ts';
import { ImportBand } from './band.tsx';
import { DescriptionFields, type Typed } from './description-fields.tsx';

const ACCEPT = '.csv,.tsv,.txt,.xlsx,.json,.geojson';

/** `/listen/neu` and `POST /listen`: the file, and which list it is. */
export function addNewImportPages(web: Hono<Env>, pages: ListPages): void {
  const { frame, uploads } = pages;
  const answer = async (c: Request, typed: Typed, problems: Problems) => {
    const lists = await c.var.read.db.read((db) => findLists(db));
    return <NewImportPage frame={await frame(c)} lists={lists} typed={typed} problems={problems} />;
  };
  web.get('/listen/neu', async (c) => {
    keepersOnly(c);
    return c.html(await answer(c, { list: c.req.query('liste') ?? '' }, NONE));
  });
  web.post('/listen', async (c) => {
    demand(may.keepLists(c.var.actor));
    const upload = await receiveUpload(c, {
      field: 'file',
      limitBytes: MAX_FILE_BYTES,
      allowFields: ['list', ...DESCRIPTION_FIELDS],
      uploads,
    });
    let begun: Begun;
    try {
      begun = await begin(c, upload);
    } catch (error) {
      await discard(upload);
      throw error;
    }
    if ('id' in begun) return c.redirect(`/importe/${begun.id}/spalten`, 303);
    await discard(upload);
    return c.html(await answer(c, upload.fields, begun), 422);
  });
}

interface Problems {
  readonly faulty: ReadonlySet<string>;
  /** Problems told in whole sentences: of the file, of the title. */
  readonly told: Readonly<Record<string, string>>;
}

const NONE: Problems = { faulty: new Set(), told: {} };

type Begun = { readonly id: string } | Problems;

async function begin(c: Request, { fields, file }: Upload): Promise<Begun> {
  const { words } = c.var;
  const missing: Record<string, string> = file === null ? { file: words.say('lists.new.file.missing') } : {};
  const chosen = await listFor(c, fields);
  if ('faulty' in chosen) return { faulty: chosen.faulty, told: { ...missing, ...chosen.told } };
  if (file === null) {
    if (chosen.isNew) await forgetList(context(c), chosen.list);
    return { faulty: new Set(), told: missing };
  }
  const begun = await beginImport(context(c), chosen.list, {
    file: basename(file.path),
    path: file.path,
    fileName: file.name,
  });
  if (begun.ok) return { id: begun.value.id };
  if (chosen.isNew) await forgetList(context(c), chosen.list);
  return { faulty: new Set(), told: { file: words.tell(begun.issue) } };
}

/** The list that was chosen, or a new one as it was described. */
async function listFor(
  c: Request,
  fields: Typed,
): Promise<{ readonly list: string; readonly isNew: boolean } | Problems> {
  const id = fields['list'] ?? '';
  if (id !== '') {
    const known = isId(id) ? await c.var.read.db.read((db) => findList(db, id)) : null;
    return known === null
      ? { faulty: new Set(), told: { list: c.var.words.say('lists.new.list.missing') } }
      : { list: id, isNew: false };
  }
  const form = descriptionForm.safeParse(fields);
  if (!form.success) return { faulty: new Set(form.error.issues.map(({ path }) => String(path[0]))), told: {} };
  try {
    return { list: (await openList(context(c), form.data)).id, isNew: true };
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return { faulty: new Set(), told: { title: c.var.words.tell(error.reason) } };
  }
}

async function discard({ file }: Upload): Promise<void> {
  if (file !== null) await rm(file.path, { force: true });
}

function NewImportPage({
  frame,
  lists,
  typed,
  problems: { faulty, told },
}: {
  readonly frame: Frame;
  readonly lists: readonly List[];
  readonly typed: Typed;
  readonly problems: Problems;
}) {
  const { words } = frame;
  const errors: FormError[] = [
    ...Object.entries(told).map(([field, text]) => ({ field, text })),
    ...[...faulty].map((field) => ({ field, text: words.say(`lists.describe.${field}.missing`) })),
  ];
  const again = errors.length > 0;
  // Who comes from the page of a list need not describe it once more.
  const isKnown = faulty.size === 0 && told['title'] === undefined && lists.some(({ id }) => id === typed['list']);
  return (
    <Page
      frame={frame}
      title={words.say('lists.new.title')}
      noindex
      readers="keepers"
      faulty={again}
      islands={['file-limit']}
    >
      <PageTitle
        back={<BackLink href="/listen">{words.say('lists.all.title')}</BackLink>}
        title={words.say('lists.new.title')}
        below={words.say('lists.new.text')}
      />
      <ImportBand words={words} at="file" />
      <ErrorSummary words={words} errors={errors} />
      {again && told['file'] === undefined ? (
        <Notice>
          <p>{words.say('lists.new.file.again')}</p>
        </Notice>
      ) : null}
      <Form action="/listen" files label={words.say('lists.new.title')}>
        <FileField
          words={words}
          name="file"
          label={words.say('lists.new.file')}
          hint={words.say('lists.new.file.hint')}
          accept={ACCEPT}
          limit={MAX_FILE_BYTES}
          error={told['file']}
        />
        {lists.length === 0 ? null : (
          <SelectField
            words={words}
            name="list"
            label={words.say('lists.new.list')}
            hint={words.say('lists.new.list.hint')}
            optional
            choices={lists.map(({ id, title }) => ({ value: id, label: title }))}
            value={typed['list']}
            empty={words.say('lists.new.list.new')}
            error={told['list']}
          />
        )}
        {isKnown ? (
          <details class="more-fields">
            <summary>{words.say('lists.new.describe')}</summary>
            <p class="soft">{words.say('lists.new.describe.text')}</p>
            <DescriptionFields words={words} typed={typed} faulty={faulty} own={false} />
          </details>
        ) : (
          <Part title={words.say('lists.new.describe')}>
            <p class="soft">{words.say(lists.length === 0 ? 'lists.new.describe.first' : 'lists.new.describe.text')}</p>
            <DescriptionFields words={words} typed={typed} faulty={faulty} />
          </Part>
        )}
        <ReadersNote words={words} scope="public">
          {words.say('lists.new.readers')}
        </ReadersNote>
        <Button icon="next">{words.say('lists.new.go')}</Button>
      </Form>
    </Page>
  );
}
