import { readFile, rm } from 'node:fs/promises';
import type { Hono } from 'hono';
import {
  context,
  leaveNotice,
  receiveUploads,
  typedIn,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { LANGUAGE_CODES } from '../../../plain/languages.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  FileField,
  Form,
  Notice,
  ReadersNote,
  SelectField,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { LICENCES } from '../conversation.ts';
import { readDescribed, type Problem } from '../forms.ts';
import { CONVERSATIONS_PATH, TAKE_IN_PATH, TAKE_IN_UPLOAD } from '../paths.ts';
import { EXPORT_FILES } from '../read-export.ts';
import { takeInConversation } from '../take-in.ts';
import { FormPage } from './form-page.tsx';
import { errorAt, writtenIn, type ConversationPages } from './pages.ts';
import { PublicField } from './parts.tsx';
import { stewardField, stewardIn, stewardsAt } from './steward-field.tsx';

const FIELDS = ['steward', 'question', 'language', 'attribution', 'licence', 'address', 'isPublic'];
const FILE_BYTES = TAKE_IN_UPLOAD.bytes / EXPORT_FILES.length;

/** `/gespraeche/uebernehmen`: a conversation that was published elsewhere, to be read here. */
export function addTakeInPage(web: Hono<Env>, pages: ConversationPages): void {
  web.get(TAKE_IN_PATH, async (c) => {
    const typed = { language: writtenIn(c.var.words), licence: LICENCES[0], isPublic: 'yes' };
    return c.html(await takeInPage(c, pages, typed, []));
  });
  web.post(TAKE_IN_PATH, async (c) => {
    stewardsAt(c);
    const { uploads } = pages;
    const options = { files: EXPORT_FILES, limitBytes: FILE_BYTES, allowFields: FIELDS, uploads, passing: true };
    const { fields: typed, files } = await receiveUploads(c, options);
    const bytes: Record<string, Uint8Array> = {};
    try {
      for (const [name, { path }] of files) bytes[name] = await readFile(path);
    } finally {
      for (const { path } of files.values()) await rm(path, { force: true });
    }
    const steward = stewardIn(c, typed);
    const described = readDescribed(typed);
    const again = async (problems: readonly Problem[]) => c.html(await takeInPage(c, pages, typed, problems), 422);
    if (!described.ok) return again(described.issue);
    const { comments = null, votes = null, summary = null } = bytes;
    const taken = await takeInConversation(context(c), { ...described.value, steward }, { comments, votes, summary });
    if (!taken.ok) return again([taken.issue]);
    leaveNotice(c, saying('commonground.takeIn.done'));
    return c.redirect(`${CONVERSATIONS_PATH}/${taken.value}`, 303);
  });
}

// words: commonground.takeIn.file.comments commonground.takeIn.file.votes commonground.takeIn.file.summary
// words: commonground.takeIn.file.comments.hint commonground.takeIn.file.votes.hint commonground.takeIn.file.summary.hint
async function takeInPage(c: Request, pages: ConversationPages, typed: FormFields, problems: readonly Problem[]) {
  const { words } = c.var;
  const title = words.say('commonground.takeIn.title');
  const field = (name: string) => ({
    words,
    name,
    label: words.say(`commonground.takeIn.${name}`),
    value: typedIn(typed, name),
    error: errorAt(words, problems, name),
  });
  return (
    <FormPage
      frame={await pages.frame(c)}
      back={<BackLink href={CONVERSATIONS_PATH}>{words.say('commonground.title')}</BackLink>}
      title={title}
      below={words.say('commonground.takeIn.text')}
      readers="self"
      problems={problems}
      islands={['file-limit']}
    >
      {problems.length > 0 ? (
        <Notice>
          <p>{words.say('commonground.takeIn.again')}</p>
        </Notice>
      ) : null}
      <Form action={TAKE_IN_PATH} files label={title}>
        {await stewardField(c, pages, typed)}
        {EXPORT_FILES.map((file) => (
          <FileField
            words={words}
            name={file}
            label={words.say(`commonground.takeIn.file.${file}`)}
            hint={words.say(`commonground.takeIn.file.${file}.hint`)}
            accept=".csv"
            limit={FILE_BYTES}
            error={errorAt(words, problems, file)}
            optional={file === 'summary'}
          />
        ))}
        <SelectField
          {...field('language')}
          choices={LANGUAGE_CODES.filter((code) => code !== 'de-simple').map((value) => ({
            value,
            label: words.languageName(value),
          }))}
        />
        <TextField {...field('question')} hint={words.say('commonground.takeIn.question.hint')} optional />
        <TextArea {...field('attribution')} hint={words.say('commonground.takeIn.attribution.hint')} rows={4} />
        <SelectField {...field('licence')} choices={LICENCES.map((value) => ({ value, label: value }))} />
        <TextField {...field('address')} hint={words.say('commonground.takeIn.address.hint')} optional />
        <PublicField words={words} value={typedIn(typed, 'isPublic')} />
        <ReadersNote words={words} scope="public">
          {words.say('commonground.takeIn.readers')}
        </ReadersNote>
        <Button>{words.say('commonground.takeIn.go')}</Button>
      </Form>
    </FormPage>
  );
}
