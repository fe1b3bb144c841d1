import type { Hono } from 'hono';
import { context, readForm, typedIn, type Env, type Request } from '../../../platform/http/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import { BackLink, Button, Form, Notice, Part, QrCode, ReadersNote, SameQrCode, TextField } from '../../../ui/index.ts';
import { inLanguage, type Conversation } from '../conversation.ts';
import { readCount, type Problem } from '../forms.ts';
import { CONVERSATIONS_PATH, DOOR_PATH } from '../paths.ts';
import { printCodes } from '../print-codes.ts';
import { sheetWords } from '../sheet-words.ts';
import { countCodes, findDoor } from '../store-door.ts';
import { FormPage } from './form-page.tsx';
import { errorAt, keptAt, stewardReaders, writtenIn, type ConversationPages } from './pages.ts';
import { openOn, Question, questionOf } from './parts.tsx';
import { stewardName } from './steward-field.tsx';

const PATH = `${CONVERSATIONS_PATH}/:id/blatt`;

/** `/gespraeche/:id/blatt`: link and QR code to hang up, and codes to cut out. */
export function addSheetPage(web: Hono<Env>, pages: ConversationPages): void {
  const page = async (c: Request, codes: readonly string[], typed: string, problems: readonly Problem[]) => {
    const { words } = c.var;
    const conversation = await keptAt(c);
    const { steward } = conversation;
    const { names, token, left } = await c.var.read.db.read(async (db) => ({
      names: await pages.namesOf(db, steward === null ? [] : [steward], words),
      token: await findDoor(db, conversation.id),
      left: await countCodes(db, conversation.id),
    }));
    if (token === null) throw new NotFoundError();
    const path = `${CONVERSATIONS_PATH}/${conversation.id}`;
    const address = new URL(`${DOOR_PATH}/${token}`, pages.origin).href;
    const typedAddress = new URL(DOOR_PATH, pages.origin).href.replace(/^https?:\/\//, '');
    const others = conversation.languages.filter((language) => language !== writtenIn(words)).map(pages.wordsIn);
    const title = words.say(
      conversation.entry === 'codes' ? 'commonground.sheet.title.codes' : 'commonground.sheet.title',
    );
    return (
      <FormPage
        frame={await pages.frame(c)}
        back={<BackLink href={path}>{questionOf(words, conversation)}</BackLink>}
        above={<span class="screen-only">{title}</span>}
        title={title}
        heading={<Question words={words} conversation={conversation} />}
        readers={stewardReaders(conversation)}
        problems={problems}
      >
        {isOnlyHere(pages) ? (
          <div class="screen-only">
            <Notice tone="look">
              <p>{words.say('commonground.sheet.onlyHere')}</p>
            </Notice>
          </div>
        ) : null}
        <p class="screen-only">
          {words.say('commonground.sheet.link')}
          <br />
          <code dir="ltr" class="breaks">
            {address}
          </code>
        </p>
        <QrCode id="door" text={address} label={words.say('commonground.sheet.qr')} />
        <Typed address={typedAddress} code={conversation.entry === 'codes' ? null : sheetWords(token)} />
        <div class="beside">
          <Asked {...{ words, conversation, names }} isTitled />
          {others.map((other) => (
            <Asked words={other} {...{ conversation, names }} />
          ))}
        </div>
        {conversation.begunOn === null ? (
          <div class="screen-only">
            <Notice tone="look">
              <p>{words.say('commonground.sheet.notBegun')}</p>
            </Notice>
          </div>
        ) : null}
        {codes.length === 0 ? null : (
          <div class="sheet">
            <Part title={words.say('commonground.codes.title', { count: codes.length })}>
              <div class="screen-only">
                <Notice tone="look">
                  <p>{words.say('commonground.codes.once')}</p>
                </Notice>
              </div>
              <ol class="slips">
                {codes.map((code) => (
                  <li>
                    <SameQrCode id="door" />
                    <Typed address={typedAddress} code={code} />
                    {[words, ...others].map((other) => (
                      <Slip words={other} conversation={conversation} />
                    ))}
                  </li>
                ))}
              </ol>
            </Part>
          </div>
        )}
        {conversation.entry === 'codes' ? (
          <div class="screen-only">
            <Part title={words.say('commonground.codes.make')}>
              <p>{words.say('commonground.codes.text', { left })}</p>
              <Form action={`${path}/blatt`} label={words.say('commonground.codes.make')}>
                <TextField
                  words={words}
                  name="count"
                  kind="number"
                  width="short"
                  label={words.say('commonground.codes.count')}
                  value={typed}
                  error={errorAt(words, problems, 'count')}
                />
                <ReadersNote words={words} scope="own">
                  {words.say('commonground.codes.readers')}
                </ReadersNote>
                <Button icon="print">{words.say('commonground.codes.make')}</Button>
              </Form>
            </Part>
          </div>
        ) : null}
      </FormPage>
    );
  };
  web.get(PATH, async (c) => c.html(await page(c, [], '', [])));
  web.post(PATH, async (c) => {
    const { id } = await keptAt(c);
    const typed = await readForm(c);
    const count = readCount(typed);
    if (!count.ok) return c.html(await page(c, [], typedIn(typed, 'count'), [count.issue]), 422);
    // Shown by this answer and by none after it.
    return c.html(await page(c, await printCodes(context(c), { conversation: id, count: count.value }), '', []));
  });
}

/** Whether the address of this house leads every telephone to itself. */
function isOnlyHere({ origin }: Pick<ConversationPages, 'origin'>): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname);
}

/** Where one goes without a camera, and what one types there; for the words of a slip see there. */
function Typed({ address, code }: { readonly address: string; readonly code: string | null }) {
  return (
    <p class="typed">
      <code dir="ltr">{address}</code>
      {code === null ? null : (
        <>
          <br />
          <code lang="de" dir="ltr">
            {code}
          </code>
        </>
      )}
    </p>
  );
}

/** What somebody in front of the sheet has to know, in one of the languages of the conversation. */
function Asked({
  words,
  conversation,
  names,
  isTitled,
}: {
  readonly words: Words;
  readonly conversation: Conversation;
  /** By the id of an organisation. */
  readonly names: ReadonlyMap<string, string>;
  /** The question stands above already. */
  readonly isTitled?: boolean;
}) {
  const { says, entry, steward } = conversation;
  const said = inLanguage(says, [], words.language)?.text;
  return (
    <section lang={words.tag} dir={words.dir}>
      {isTitled === true || said === undefined || said.question === '' ? null : (
        <p class="lead">
          <bdi>{said.question}</bdi>
        </p>
      )}
      {said === undefined || said.purpose === '' ? null : (
        <p>
          <bdi>{said.purpose}</bdi>
        </p>
      )}
      {steward !== null && !names.has(steward) ? null : (
        <p>{words.say('commonground.sheet.asks', { name: isolated(words, stewardName(words, names, steward)) })}</p>
      )}
      <p>{words.say(entry === 'codes' ? 'commonground.sheet.how.codes' : 'commonground.sheet.how')}</p>
      <p>{openOn(words, conversation)}</p>
      <p>{words.say('commonground.join.promise')}</p>
    </section>
  );
}

/** The same on a slip, as short as it can be. */
function Slip({ words, conversation }: { readonly words: Words; readonly conversation: Conversation }) {
  const question = inLanguage(conversation.says, [], words.language)?.text.question ?? '';
  return (
    <p lang={words.tag} dir={words.dir}>
      {question === '' ? null : (
        <>
          <b>
            <bdi>{question}</bdi>
          </b>{' '}
        </>
      )}
      {words.say('commonground.codes.slip', { day: words.day(conversation.endsOn) })}
    </p>
  );
}
