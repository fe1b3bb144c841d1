import type { Hono } from 'hono';
import {
  context,
  leaveNotice,
  readForm,
  typedIn,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { saying, type Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Card,
  Fold,
  Form,
  Part,
  RadioField,
  ReadersNote,
  RelatedLinks,
  TextField,
} from '../../../ui/index.ts';
import type { Conversation } from '../conversation.ts';
import { addSeed, correctLanguage, takeSeedOut } from '../edit-statement.ts';
import { readLanguage, readReason, readStatement, type Problem } from '../forms.ts';
import { moderateStatement } from '../moderate-statement.ts';
import { CONVERSATIONS_PATH } from '../paths.ts';
import { isTold, REASONS, type Statement } from '../statement.ts';
import { findStatements } from '../store-statement.ts';
import { FormPage } from './form-page.tsx';
import { errorAt, keptAt, stewardReaders, type ConversationPages } from './pages.ts';
import { LanguageField, questionOf, StatementText, WritingReaders } from './parts.tsx';

const PATH = `${CONVERSATIONS_PATH}/:id/aussagen`;

/** `/gespraeche/:id/aussagen`: what waits, what is open, what was declined; and how it is said in other languages. */
export function addStatementsPage(web: Hono<Env>, pages: ConversationPages): void {
  const page = async (c: Request, typed: FormFields, problems: readonly Problem[]) => {
    const { words } = c.var;
    const conversation = await keptAt(c);
    const all = await c.var.read.db.read((db) => findStatements(db, conversation.id));
    const path = `${CONVERSATIONS_PATH}/${conversation.id}`;
    const title = words.say('commonground.statements.title');
    const about = typedIn(typed, 'act') === 'add' ? undefined : typedIn(typed, 'statement');
    const cards = (state: Statement['state']) =>
      all
        .filter((statement) => statement.state === state)
        .map((statement) => <StatementCard {...{ words, conversation, statement, path, typed, problems }} />);
    const translated = conversation.languages.filter((code) =>
      all.some((statement) => isTold(statement) && statement.language !== code),
    );
    const groups = (['waiting', 'open', 'declined'] as const).map((state) => ({ state, list: cards(state) }));
    return (
      <FormPage
        frame={await pages.frame(c)}
        back={<BackLink href={path}>{questionOf(words, conversation)}</BackLink>}
        title={title}
        below={words.say('commonground.statements.text')}
        readers={stewardReaders(conversation)}
        problems={problems}
        of={about}
      >
        <ReadersNote words={words} scope={conversation.isPublic ? 'public' : 'own'}>
          {words.say('commonground.statements.readers')}
        </ReadersNote>
        {translated.length === 0 ? null : (
          <RelatedLinks
            title={words.say('commonground.translate.title')}
            links={translated.map((language) => ({
              href: `${path}/uebersetzung/${language}`,
              label: words.languageName(language),
            }))}
          />
        )}
        {groups.map(({ state, list }) =>
          list.length === 0 ? null : (
            <Part title={words.say(`commonground.statements.${state}`, { count: list.length })}>{list}</Part>
          ),
        )}
        <Part title={words.say('commonground.statements.add')}>
          <Form action={`${path}/aussagen`} label={words.say('commonground.statements.add')} hidden={{ act: 'add' }}>
            <TextField
              words={words}
              name="text"
              label={words.say('commonground.say.label')}
              value={typedIn(typed, 'text')}
              error={errorAt(words, problems, 'text')}
              lang={conversation.languages[0]}
            />
            <WritingReaders words={words} conversation={conversation} />
            <Button tone="quiet" icon="plus">
              {words.say('commonground.statements.add')}
            </Button>
          </Form>
        </Part>
      </FormPage>
    );
  };
  web.get(PATH, async (c) => c.html(await page(c, {}, [])));
  web.post(PATH, async (c) => {
    const conversation = await keptAt(c);
    const typed = await readForm(c);
    const statement = typedIn(typed, 'statement');
    const inside = { conversation: conversation.id, statement };
    const ctx = context(c);
    if (typedIn(typed, 'act') === 'add') {
      const text = readStatement(typed);
      if (!text.ok) return c.html(await page(c, typed, [text.issue]), 422);
      await addSeed(ctx, { conversation: conversation.id, text: text.value });
    } else if (typedIn(typed, 'act') === 'language')
      await correctLanguage(ctx, { ...inside, language: readLanguage(typed, conversation.languages[0] ?? 'de') });
    else if (typedIn(typed, 'act') === 'out') await takeSeedOut(ctx, inside);
    else {
      const reason = readReason(typed);
      if (reason === undefined)
        return c.html(
          await page(c, typed, [{ input: 'reason', told: saying('commonground.statements.reason.missing') }]),
          422,
        );
      await moderateStatement(ctx, { ...inside, reason });
    }
    leaveNotice(c, saying('commonground.statements.done'));
    const there = statement === '' ? '' : `#s-${statement}`;
    return c.redirect(`${CONVERSATIONS_PATH}/${conversation.id}/aussagen${there}`, 303);
  });
}

// words: commonground.reason.* commonground.statements.waiting commonground.statements.open commonground.statements.declined
function StatementCard({
  words,
  conversation,
  statement,
  path,
  typed,
  problems,
}: {
  readonly words: Words;
  readonly conversation: Conversation;
  readonly statement: Statement;
  readonly path: string;
  readonly typed: FormFields;
  readonly problems: readonly Problem[];
}) {
  const { id, state, reason } = statement;
  const isTakenOut = state === 'open' && conversation.begunOn === null;
  const isRefused = typedIn(typed, 'statement') === id && problems.length > 0;
  const at = { words, conversation, statement, path };
  return (
    <div id={`s-${id}`}>
      <Card>
        <p>
          <StatementText words={words} statement={statement} />
        </p>
        {reason === null ? null : <p class="soft">{words.say(`commonground.reason.${reason}`)}</p>}
        {state === 'waiting' ? <Foreign {...at} /> : null}
        <NotYetIn {...at} />
        <WrittenIn {...at} />
        {state === 'open' ? null : <LetIn {...at} />}
        {state === 'declined' ? null : (
          <Fold
            label={words.say(isTakenOut ? 'commonground.statements.out' : 'commonground.statements.decline')}
            open={isRefused}
          >
            {isTakenOut ? <TakeOut {...at} /> : <Decline {...at} problems={isRefused ? problems : []} />}
          </Fold>
        )}
      </Card>
    </div>
  );
}

type At = Omit<Parameters<typeof StatementCard>[0], 'typed' | 'problems'>;

function labelOf(words: Words, key: string, { texts, language }: Statement): string {
  return `${words.say(key)}: ${texts[language] ?? ''}`;
}

function LetIn({ words, statement, path }: At) {
  return (
    <Form
      action={`${path}/aussagen`}
      label={labelOf(words, 'commonground.statements.letIn', statement)}
      hidden={{ statement: statement.id }}
    >
      <Button name="act" value="let-in" icon="check">
        {words.say('commonground.statements.letIn')}
      </Button>
    </Form>
  );
}

function Decline({ words, statement, path, problems }: At & { readonly problems: readonly Problem[] }) {
  return (
    <Form
      action={`${path}/aussagen`}
      label={labelOf(words, 'commonground.statements.decline', statement)}
      hidden={{ statement: statement.id }}
    >
      <RadioField
        words={words}
        name="reason"
        of={statement.id}
        label={words.say('commonground.statements.reason')}
        choices={REASONS.map((value) => ({ value, label: words.say(`commonground.reason.${value}`) }))}
        error={errorAt(words, problems, 'reason')}
      />
      <Button tone="end" name="act" value="decline">
        {words.say('commonground.statements.decline')}
      </Button>
    </Form>
  );
}

/** Before the beginning a statement goes without a trace; afterwards every decision is in the log. */
function TakeOut({ words, statement, path }: At) {
  return (
    <Form
      action={`${path}/aussagen`}
      label={labelOf(words, 'commonground.statements.out', statement)}
      hidden={{ statement: statement.id }}
    >
      <ReadersNote words={words} scope="own">
        {words.say('commonground.form.readers')}
      </ReadersNote>
      <Button tone="end" name="act" value="out">
        {words.say('commonground.statements.out')}
      </Button>
    </Form>
  );
}

/** Nobody lets in or declines what they cannot read. */
function Foreign({ words, statement: { texts, language } }: At) {
  if (texts[words.language] !== undefined) return null;
  return <p class="hint">{words.say('commonground.statements.foreign', { language: words.languageName(language) })}</p>;
}

function NotYetIn({ words, conversation, statement }: At) {
  const missing = conversation.languages.filter((code) => statement.texts[code] === undefined);
  if (missing.length === 0 || !isTold(statement)) return null;
  const languages = words.list(missing.map((code) => words.languageName(code)));
  return <p class="soft">{words.say('commonground.translate.missing', { languages })}</p>;
}

/** In which language it was written, and how that is corrected. */
function WrittenIn({ words, conversation, statement, path }: At) {
  const choices = [...new Set([...conversation.languages, statement.language])];
  if (choices.length === 1) return null;
  return (
    <Fold label={words.say('commonground.statements.language', { language: words.languageName(statement.language) })}>
      <Form
        action={`${path}/aussagen`}
        label={labelOf(words, 'commonground.statements.language.go', statement)}
        hidden={{ statement: statement.id, act: 'language' }}
      >
        <LanguageField
          {...{ words, choices }}
          label={words.say('commonground.statements.language.label')}
          of={statement.id}
          value={statement.language}
        />
        <Button tone="quiet">{words.say('commonground.statements.language.go')}</Button>
      </Form>
    </Fold>
  );
}
