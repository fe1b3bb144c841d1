import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { isolated } from '../../../plain/isolated.ts';
import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  ErrorSummary,
  Facts as FactList,
  Form,
  Notice,
  Page,
  PageTitle,
  Part,
  RadioField,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { findSubject, spokenOf } from '../../claims/index.ts';
import { OFFER_FIELDS } from '../../offers/index.ts';
import { ORGANISATION_FIELDS } from '../../organisations/index.ts';
import { lookForm } from '../forms.ts';
import { REASONS } from '../look-reason.ts';
import { look, type Looked, type OfferLooked } from '../look.ts';
import { may } from '../may.ts';
import { factLines } from './facts.tsx';

export interface LookPages {
  readonly frame: (c: Request) => Promise<Frame>;
}

/** `/organisationen/:id/einsicht`: asking for a reason, then what is closed, with a note for the organisation. */
export function addLookPages(web: Hono<Env>, { frame }: LookPages): void {
  web.get('/organisationen/:id/einsicht', async (c) => {
    const id = await organisationAt(c);
    return c.html(<AskPage frame={await frame(c)} id={id} isMissing={false} />);
  });
  web.post('/organisationen/:id/einsicht', async (c) => {
    const id = await organisationAt(c);
    const form = lookForm.safeParse(await readForm(c));
    if (!form.success) return c.html(<AskPage frame={await frame(c)} id={id} isMissing />, 422);
    const looked = await look(context(c), { organisation: id, reason: form.data.reason });
    return c.html(<FactsPage frame={await frame(c)} id={id} looked={looked} />);
  });
}

async function organisationAt(c: Request): Promise<string> {
  const id = c.req.param('id') ?? '';
  if (may.look(c.var.actor) !== true || !isId(id)) throw new NotFoundError();
  const subject = await c.var.read.db.read((db) => findSubject(db, id));
  if (subject?.kind !== 'organisation') throw new NotFoundError();
  c.header('cache-control', 'no-store');
  return id;
}

// words: protection.look.reason.*
function AskPage({
  frame,
  id,
  isMissing,
}: {
  readonly frame: Frame;
  readonly id: string;
  readonly isMissing: boolean;
}) {
  const { words } = frame;
  const title = words.say('protection.look.title');
  const error = isMissing ? words.say('protection.look.reason.missing') : undefined;
  return (
    <Page frame={frame} title={title} noindex readers="keepers">
      <BackLink href={`/organisationen/${id}`}>{words.say('protection.look.back')}</BackLink>
      <PageTitle title={title} below={words.say('protection.look.text')} />
      {error === undefined ? null : <ErrorSummary words={words} errors={[{ field: 'reason', text: error }]} />}
      <Form action={`/organisationen/${id}/einsicht`} label={title}>
        <RadioField
          words={words}
          name="reason"
          label={words.say('protection.look.reason')}
          error={error}
          choices={REASONS.map((value) => ({ value, label: words.say(`protection.look.reason.${value}`) }))}
        />
        <ReadersNote words={words} scope="own">
          {words.say('protection.look.readers')}
        </ReadersNote>
        <Button icon="eye">{words.say('protection.look.go')}</Button>
      </Form>
    </Page>
  );
}

function FactsPage({ frame, id, looked }: { readonly frame: Frame; readonly id: string; readonly looked: Looked }) {
  const { words } = frame;
  const title = words.say('protection.look.title');
  const lines = factLines(words, ORGANISATION_FIELDS, looked.facts);
  return (
    <Page frame={frame} title={title} noindex readers="keepers">
      <BackLink href={`/organisationen/${id}`}>{words.say('protection.look.back')}</BackLink>
      <PageTitle title={title} />
      <Notice tone="look">{words.say('protection.look.noted')}</Notice>
      <Part title={words.say('protection.look.facts')}>
        {lines.length === 0 ? <p>{words.say('protection.look.none')}</p> : <FactList facts={lines} />}
      </Part>
      {looked.offers.map((one) => (
        <OfferPart words={words} looked={one} />
      ))}
    </Page>
  );
}

function OfferPart({ words, looked: { name, facts } }: { readonly words: Words; readonly looked: OfferLooked }) {
  const [called] = spokenOf(name, words, 'own');
  const title = isolated(words, called?.text ?? words.say('protection.mode.noName'));
  return (
    <Part title={words.say('protection.look.offer', { name: title })}>
      <FactList facts={factLines(words, OFFER_FIELDS, facts)} />
    </Part>
  );
}
