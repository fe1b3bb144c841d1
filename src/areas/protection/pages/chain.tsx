import type { Hono } from 'hono';
import { findNotes, headOf, verifyChain, type ChainedNote, type ChainState } from '../../../platform/chain/index.ts';
import { InputError, NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying, type Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  DataTable,
  Form,
  Notice,
  OtherForms,
  Page,
  PageTitle,
  Pager,
  Part,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { chooseAnchor } from '../chain-anchor.ts';
import { anchorForm, pageForm } from '../forms.ts';
import { actKey, BY_ROLES } from '../chain-words.ts';
import { may } from '../may.ts';
import { wantsAnchor } from '../store-anchor.ts';

export interface ChainPages {
  readonly frame: (c: Request) => Promise<Frame>;
}

const LINES = 50;
const pathOf = (organisation: string) => `/organisationen/${organisation}/protokoll`;

/** `/organisationen/:id/protokoll`: what was done with what an organisation keeps here, for itself. */
export function addChainPages(web: Hono<Env>, { frame }: ChainPages): void {
  web.get('/organisationen/:id/protokoll', async (c) => {
    const id = organisationAt(c);
    const { form, seite } = pageForm.parse(c.req.query());
    const { notes, wants } = await c.var.read.db.read(async (db) => ({
      notes: await findNotes(db, id),
      wants: await wantsAnchor(db, id),
    }));
    if (form === 'json') {
      const lines = notes.map(({ at, ...note }) => ({ ...note, at: at.toISOString() }));
      return c.json({ chain: id, head: headOf(notes), notes: lines });
    }
    return c.html(<ChainPage frame={await frame(c)} id={id} notes={notes} wants={wants} page={seite} />);
  });
  web.post('/organisationen/:id/protokoll', async (c) => {
    const id = organisationAt(c);
    const chosen = anchorForm.safeParse(await readForm(c));
    if (!chosen.success) throw new InputError(saying('platform.input.unreadable'));
    const wants = chosen.data.wants === 'yes';
    await chooseAnchor(context(c), { organisation: id, wants });
    leaveNotice(c, saying(wants ? 'protection.chain.anchor.on' : 'protection.chain.anchor.off'));
    return c.redirect(pathOf(id), 303);
  });
}

function organisationAt(c: Request): string {
  const id = c.req.param('id') ?? '';
  if (!isId(id) || may.readChain(c.var.actor, id) !== true) throw new NotFoundError();
  c.header('cache-control', 'no-store');
  return id;
}

interface ChainView {
  readonly id: string;
  readonly notes: readonly ChainedNote[];
  readonly wants: boolean;
  readonly page: number;
}

function ChainPage({ frame, id, notes, wants, page }: ChainView & { readonly frame: Frame }) {
  const { words } = frame;
  const title = words.say('protection.chain.title');
  const newest = notes.toReversed().slice((page - 1) * LINES, page * LINES);
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <BackLink href={`/organisationen/${id}`}>{words.say('protection.look.back')}</BackLink>
      <PageTitle title={title} below={words.say('protection.chain.text')} />
      <State words={words} state={verifyChain(id, notes)} />
      <DataTable
        caption={title}
        quietCaption
        columns={[
          { label: words.say('protection.chain.column.what'), cell: (note) => whatOf(words, note), names: true },
          { label: words.say('protection.chain.column.who'), cell: (note) => whoOf(words, note) },
          { label: words.say('protection.chain.column.when'), cell: ({ at }) => words.moment(at) },
        ]}
        rows={newest}
      />
      <Pager
        words={words}
        page={page}
        pages={Math.max(1, Math.ceil(notes.length / LINES))}
        href={(to) => `${pathOf(id)}?seite=${to}`}
      />
      <Part title={words.say('protection.chain.head')}>
        <p>{words.say('protection.chain.head.text')}</p>
        <p>
          <code dir="ltr" class="breaks">
            {headOf(notes)}
          </code>
        </p>
        <Form action={pathOf(id)} label={words.say('protection.chain.anchor')}>
          <ReadersNote words={words} scope="own">
            {words.say('protection.chain.anchor.readers')}
          </ReadersNote>
          <Button tone="quiet" icon="mail" name="wants" value={wants ? 'no' : 'yes'}>
            {words.say(wants ? 'protection.chain.anchor.stop' : 'protection.chain.anchor')}
          </Button>
        </Form>
      </Part>
      <OtherForms
        label={words.say('protection.inventory.otherForms')}
        forms={[{ href: '?form=json', label: words.say('protection.inventory.json'), icon: 'download' }]}
      />
    </Page>
  );
}

function State({ words, state }: { readonly words: Words; readonly state: ChainState }) {
  return state.kind === 'broken' ? (
    <Notice tone="end">{words.say('protection.chain.broken', { at: state.at })}</Notice>
  ) : (
    <Notice tone="ok">{words.say('protection.chain.intact', { count: state.length })}</Notice>
  );
}

// words: protection.chain.act.* protection.look.reason.* claims.field.*
function whatOf(words: Words, { act, about }: ChainedNote) {
  const said = words.say(`protection.chain.act.${actKey(act)}`, { act });
  const [, reason, fields, offer] = /^reason\/(\w+) fields\/([\w,]*)(?: offer\/([\w-]+))?$/.exec(about) ?? [];
  if (act !== 'protected.read' || reason === undefined) return said;
  const names = (fields ?? '').split(',').filter((field) => field !== '');
  return (
    <>
      {said} {words.say(`protection.look.reason.${reason}`)}
      {offer === undefined ? null : (
        <>
          {' '}
          <a href={`/angebote/${offer}`}>{words.say('protection.chain.ofOffer')}</a>
        </>
      )}
      {names.length === 0 ? null : <> ({words.list(names.map((field) => words.say(`claims.field.${field}`)))})</>}
    </>
  );
}

// words: protection.chain.by.*
function whoOf(words: Words, { byRole }: ChainedNote): string {
  return words.say(`protection.chain.by.${BY_ROLES.find((role) => role === byRole) ?? 'system'}`);
}
