import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  leaveNotice,
  readForm,
  typedIn,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { isolated } from '../../../plain/isolated.ts';
import { saying } from '../../../plain/words.ts';
import { BackLink, Button, Card, CheckField, Form, TextField } from '../../../ui/index.ts';
import { readTranslations, translationInput, type Problem } from '../forms.ts';
import { CONVERSATIONS_PATH } from '../paths.ts';
import { isTold } from '../statement.ts';
import { findStatements } from '../store-statement.ts';
import { translateStatements } from '../translate-statements.ts';
import { FormPage } from './form-page.tsx';
import { errorAt, keptAt, stewardReaders, type ConversationPages } from './pages.ts';
import { WritingReaders } from './parts.tsx';

const PATH = `${CONVERSATIONS_PATH}/:id/uebersetzung/:language`;

/** `/gespraeche/:id/uebersetzung/:language`: all statements in one other language, in one form. */
export function addTranslationsPage(web: Hono<Env>, pages: ConversationPages): void {
  const page = async (c: Request, typed: FormFields | null, problems: readonly Problem[]) => {
    const { words } = c.var;
    const { conversation, language, statements, path } = await translatedAt(c);
    const title = words.say('commonground.form.inLanguage', { language: words.languageName(language) });
    const machine = typed === null ? null : [typed['machine'] ?? []].flat();
    return (
      <FormPage
        frame={await pages.frame(c)}
        back={<BackLink href={`${path}/aussagen`}>{words.say('commonground.statements.title')}</BackLink>}
        above={words.say('commonground.translate.title')}
        title={title}
        below={words.say('commonground.translate.text')}
        readers={stewardReaders(conversation)}
        problems={problems}
      >
        <Form action={`${path}/uebersetzung/${language}`} label={title}>
          {statements.map(({ id, texts, machine: kept, language: written }) => (
            <Card>
              <TextField
                words={words}
                name={translationInput(id)}
                label={isolated(words, texts[written] ?? '')}
                value={typed === null ? (texts[language] ?? '') : typedIn(typed, translationInput(id))}
                error={errorAt(words, problems, translationInput(id))}
                lang={language}
                optional
              />
              <CheckField
                words={words}
                name="machine"
                of={id}
                label={words.say('commonground.translate.how')}
                optional
                choices={[{ value: id, label: words.say('commonground.translate.machine') }]}
                values={machine ?? (kept.includes(language) ? [id] : [])}
              />
            </Card>
          ))}
          <WritingReaders words={words} conversation={conversation} />
          <Button>{words.say('commonground.translate.go')}</Button>
        </Form>
      </FormPage>
    );
  };
  web.get(PATH, async (c) => c.html(await page(c, null, [])));
  web.post(PATH, async (c) => {
    const { conversation, language, statements, path } = await translatedAt(c);
    const typed = await readForm(c);
    const ids = statements.map(({ id }) => id);
    const translations = readTranslations(typed, ids);
    if (!translations.ok) return c.html(await page(c, typed, translations.issue), 422);
    await translateStatements(context(c), {
      conversation: conversation.id,
      language,
      translations: translations.value,
    });
    leaveNotice(c, saying('commonground.statements.done'));
    return c.redirect(`${path}/aussagen`, 303);
  });
}

/** The language in the address, and what was written in another one. */
async function translatedAt(c: Request) {
  const conversation = await keptAt(c);
  const language = c.req.param('language') ?? '';
  if (!conversation.languages.includes(language)) throw new NotFoundError();
  const all = await c.var.read.db.read((db) => findStatements(db, conversation.id));
  const statements = all.filter((statement) => isTold(statement) && statement.language !== language);
  return { conversation, language, statements, path: `${CONVERSATIONS_PATH}/${conversation.id}` };
}
