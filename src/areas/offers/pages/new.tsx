import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  leaveNotice,
  readForm,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying } from '../../../plain/words.ts';
import {
  FieldFormPage,
  fieldsNamed,
  findSubject,
  openDesk,
  readWishes,
  SubjectName,
  type Laid,
  type Problem,
} from '../../claims/index.ts';
import { findShownOrganisations, writingBasics, type SpeakPages } from '../../organisations/index.ts';
import { addOffer } from '../add.ts';
import { OFFER_FIELDS } from '../fields.ts';
import { may } from '../may.ts';
import { FIRST_FIELDS, PARTS } from '../parts.ts';

/** `/organisationen/:id/angebote/neu`: an organisation tells of a new offer. */
export function addNewPages(web: Hono<Env>, pages: SpeakPages): void {
  const path = '/organisationen/:id/angebote/neu';
  web.get(path, async (c) => c.html(await page(c, pages, await layNew(c, pages), null, [])));
  web.post(path, async (c) => {
    const laid = await layNew(c, pages);
    const typed = await readForm(c);
    const read = readWishes({ ...laid, typed });
    if (!read.ok) return c.html(await page(c, pages, laid, typed, read.issue), 422);
    const { organisation } = laid;
    const offer = await addOffer({ ...context(c), register: pages.register }, { organisation, wishes: read.value });
    leaveNotice(c, saying('offers.new.done'));
    return c.redirect(`/angebote/${offer}/bearbeiten/${PARTS[1].slug}`, 303);
  });
}

type NewOffer = Awaited<ReturnType<typeof layNew>>;

async function layNew(c: Request, pages: SpeakPages) {
  const organisation = c.req.param('id') ?? '';
  if (!isId(organisation) || may.speak(c.var.actor, organisation) !== true) throw new NotFoundError();
  const fields = fieldsNamed(OFFER_FIELDS, FIRST_FIELDS);
  const { countryOf, readPlaceIn, scopeOf } = writingBasics(pages, 'offer');
  return c.var.read.db.read(async (db) => {
    const subject = await findSubject(db, organisation);
    if (subject?.kind !== 'organisation' || subject.forwardedTo !== null) throw new NotFoundError();
    const parts = await findShownOrganisations(db, [organisation]);
    const facts = parts.find(({ scope }) => scope === 'public')?.facts ?? {};
    const country = countryOf(facts);
    return {
      desk: await openDesk(db, { fields, subject: null, voice: { kind: 'own', speaker: organisation } }),
      fields,
      words: c.var.words,
      country,
      readPlace: readPlaceIn(country),
      declaredScope: (field) => scopeOf(field, new Map()),
      organisation,
      lists: new Map<string, string>(),
      name: facts['name'],
    } satisfies Laid & Record<string, unknown>;
  });
}

async function page(
  c: Request,
  pages: SpeakPages,
  laid: NewOffer,
  typed: FormFields | null,
  problems: readonly Problem[],
) {
  const { words } = c.var;
  const path = `/organisationen/${laid.organisation}`;
  return (
    <FieldFormPage
      frame={await pages.frame(c)}
      form={{ ...laid, typed, problems }}
      fields={laid.fields}
      title={words.say('offers.new.title')}
      about={<SubjectName words={words} name={laid.name} first="own" nameless={words.say('organisations.noName')} />}
      text={words.say('offers.new.text')}
      back={{ href: path, label: words.say('organisations.speak.back') }}
      action={`${path}/angebote/neu`}
      adopt={null}
      next={null}
      preview={null}
      standBy={null}
      parts={[]}
    />
  );
}
