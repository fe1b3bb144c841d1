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
import type { Json } from '../../../plain/json.ts';
import { saying } from '../../../plain/words.ts';
import {
  answerFieldForm,
  FieldFormPage,
  fieldsNamed,
  findKeepersOf,
  findSubject,
  mergeShown,
  openDesk,
  readWishes,
  Spoken,
  spokenOf,
  type Facts,
  type Field,
  type Laid,
  type Problem,
  type Register,
} from '../../claims/index.ts';
import { countryOf, findShownOrganisations, placeReader, scopeOf, type Neighbours } from '../../organisations/index.ts';
import type { Gazetteer } from '../../places/index.ts';
import {
  BackLink,
  Button,
  Buttons,
  Form,
  LinkButton,
  Page,
  PageTitle,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { OFFER_FIELDS } from '../fields.ts';
import { may } from '../may.ts';
import { FIRST_FIELDS, PARTS, type FormPart } from '../parts.ts';
import { addOffer, endOffer, speakOf, standByOffer } from '../speak.ts';
import { findShownOffer } from '../store.ts';
import { addKeptPage } from './kept.tsx';

export interface SpeakPages extends Pick<Neighbours, 'titlesOf'> {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly register: Register;
  readonly gazetteer: Gazetteer;
}

const PATH = '/angebote';

/** New offers of an organisation, and its word about those it keeps. */
export function addOfferSpeakPages(web: Hono<Env>, pages: SpeakPages): void {
  addKeptPage(web, pages.frame);
  addNewPages(web, pages);
  addEndPages(web, pages);
  addStandByPage(web, pages);
  for (const path of [`${PATH}/:id/bearbeiten`, `${PATH}/:id/bearbeiten/:part`]) {
    web.get(path, async (c) => {
      const at = await placeOf(c);
      return c.html(await editPage(c, pages, at, await lay(c, pages, at), null, []));
    });
    web.post(path, async (c) => {
      const at = await placeOf(c);
      return answerFieldForm(c, {
        lay: () => lay(c, pages, at),
        save: (base, wishes) => speakOf({ ...context(c), register: pages.register }, { ...at, base, wishes }),
        show: (laid, typed, problems) => editPage(c, pages, at, laid, typed, problems),
        after: () => pathOf(at.offer, at.part),
      });
    });
  }
}

function addNewPages(web: Hono<Env>, pages: SpeakPages): void {
  const path = '/organisationen/:id/angebote/neu';
  web.get(path, async (c) => {
    const laid = await layNew(c, pages);
    return c.html(await newPage(c, pages, laid, null, []));
  });
  web.post(path, async (c) => {
    const laid = await layNew(c, pages);
    const typed = await readForm(c);
    const read = readWishes({ ...laid, typed });
    if (!read.ok) return c.html(await newPage(c, pages, laid, typed, read.issue), 422);
    const { organisation } = laid;
    const offer = await addOffer({ ...context(c), register: pages.register }, { organisation, wishes: read.value });
    leaveNotice(c, saying('offers.new.done'));
    return c.redirect(pathOf(offer, PARTS[1]), 303);
  });
}

function addEndPages(web: Hono<Env>, pages: SpeakPages): void {
  web.get(`${PATH}/:id/beenden`, async (c) => {
    const { offer } = await placeOf(c);
    const { words } = c.var;
    return c.html(
      <Page frame={await pages.frame(c)} title={words.say('offers.end.title')} noindex readers="own">
        <PageTitle
          back={<BackLink href={`${PATH}/${offer}`}>{words.say('offers.speak.back')}</BackLink>}
          title={words.say('offers.end.title')}
          below={words.say('offers.end.text')}
        />
        <Form action={`${PATH}/${offer}/beenden`} label={words.say('offers.end.title')}>
          <ReadersNote words={words} scope="public">
            {words.say('offers.end.readers')}
          </ReadersNote>
          <Buttons>
            <Button tone="end">{words.say('offers.end.go')}</Button>
            <LinkButton tone="quiet" href={`${PATH}/${offer}`}>
              {words.say('offers.speak.back')}
            </LinkButton>
          </Buttons>
        </Form>
      </Page>,
    );
  });
  web.post(`${PATH}/:id/beenden`, async (c) => {
    const at = await placeOf(c);
    await endOffer({ ...context(c), register: pages.register }, at);
    leaveNotice(c, saying('offers.end.done'));
    return c.redirect(`/organisationen/${at.organisation}`, 303);
  });
}

function addStandByPage(web: Hono<Env>, { register }: SpeakPages): void {
  web.post(`${PATH}/:id/stimmt-noch`, async (c) => {
    const at = await placeOf(c);
    await standByOffer({ ...context(c), register }, at);
    leaveNotice(c, saying('claims.form.stoodBy'));
    return c.redirect(`${PATH}/${at.offer}`, 303);
  });
}

interface Place {
  readonly offer: string;
  readonly organisation: string;
  readonly part: FormPart;
  readonly fields: readonly Field[];
}

/** Which part of which kept offer; for everybody else it is a page that does not exist. */
async function placeOf(c: Request): Promise<Place> {
  const offer = c.req.param('id') ?? '';
  const part = PARTS.find(({ slug }) => slug === (c.req.param('part') ?? PARTS[0].slug));
  if (!isId(offer) || part === undefined) throw new NotFoundError();
  const keepers = await c.var.read.db.read(async (db) => {
    // What is hidden takes as many queries as what does not exist: nobody can tell them apart by the clock.
    const [subject, kept] = [await findSubject(db, offer), await findKeepersOf(db, offer)];
    return subject?.kind === 'offer' && subject.forwardedTo === null ? kept : [];
  });
  const organisation = keepers.find((one) => may.speak(c.var.actor, one) === true);
  if (organisation === undefined) throw new NotFoundError();
  return { offer, organisation, part, fields: fieldsNamed(OFFER_FIELDS, part.fields) };
}

type LaidForm = Laid & {
  readonly organisation: string;
  readonly lists: ReadonlyMap<string, string>;
  readonly name: Json | undefined;
};

function lay(c: Request, pages: SpeakPages, { offer, organisation, fields }: Place): Promise<LaidForm> {
  return c.var.read.db.read(async (db) => {
    const desk = await openDesk(db, { fields, subject: offer, voice: { kind: 'own', speaker: organisation } });
    const facts = mergeShown(OFFER_FIELDS, await findShownOffer(db, offer));
    const speakers = desk.words.flatMap(({ others }) => others.flatMap(({ source }) => source?.speaker ?? []));
    const lists = await pages.titlesOf(db, [...new Set(speakers)]);
    return { ...reading(c, pages, fields, facts, facts), desk, organisation, lists, name: facts['name'] };
  });
}

function layNew(c: Request, pages: SpeakPages): Promise<LaidForm> {
  const organisation = c.req.param('id') ?? '';
  if (!isId(organisation) || may.speak(c.var.actor, organisation) !== true) throw new NotFoundError();
  const fields = fieldsNamed(OFFER_FIELDS, FIRST_FIELDS);
  return c.var.read.db.read(async (db) => {
    const subject = await findSubject(db, organisation);
    if (subject?.kind !== 'organisation' || subject.forwardedTo !== null) throw new NotFoundError();
    const voice = { kind: 'own', speaker: organisation } as const;
    const desk = await openDesk(db, { fields, subject: null, voice });
    const parts = await findShownOrganisations(db, [organisation]);
    const facts = parts.find(({ scope }) => scope === 'public')?.facts ?? {};
    return { ...reading(c, pages, fields, facts, {}), desk, organisation, lists: new Map(), name: facts['name'] };
  });
}

function reading(c: Request, { gazetteer }: SpeakPages, fields: readonly Field[], near: Facts, facts: Facts) {
  const country = countryOf(near);
  const known = new Map(Object.entries(facts));
  return {
    fields,
    words: c.var.words,
    country,
    readPlace: placeReader(gazetteer, country),
    declaredScope: (field: Field) => scopeOf(field, 'offer', known),
  };
}

type Typed = FormFields | null;

// words: offers.part.*
async function editPage(
  c: Request,
  pages: SpeakPages,
  at: Place,
  laid: LaidForm,
  typed: Typed,
  problems: readonly Problem[],
) {
  const { words } = c.var;
  return (
    <FieldFormPage
      frame={await pages.frame(c)}
      form={{ ...laid, typed, problems }}
      fields={at.fields}
      title={words.say(`offers.part.${at.part.key}`)}
      about={<Named words={words} name={laid.name} />}
      text={words.say('offers.speak.text')}
      back={{ href: `${PATH}/${at.offer}`, label: words.say('offers.speak.back') }}
      action={pathOf(at.offer, at.part)}
      preview={null}
      standBy={`${PATH}/${at.offer}/stimmt-noch`}
      parts={[
        ...PARTS.filter((one) => one !== at.part).map((one) => ({
          href: pathOf(at.offer, one),
          label: words.say(`offers.part.${one.key}`),
        })),
        { href: `${PATH}/${at.offer}/beenden`, label: words.say('offers.end.title') },
      ]}
    />
  );
}

async function newPage(c: Request, pages: SpeakPages, laid: LaidForm, typed: Typed, problems: readonly Problem[]) {
  const { words } = c.var;
  const path = `/organisationen/${laid.organisation}`;
  return (
    <FieldFormPage
      frame={await pages.frame(c)}
      form={{ ...laid, typed, problems }}
      fields={laid.fields}
      title={words.say('offers.new.title')}
      about={<Named words={words} name={laid.name} />}
      text={words.say('offers.new.text')}
      back={{ href: path, label: words.say('organisations.speak.back') }}
      action={`${path}/angebote/neu`}
      preview={null}
      standBy={null}
      parts={[]}
    />
  );
}

function Named({ words, name }: { readonly words: Request['var']['words']; readonly name: Json | undefined }) {
  const [first] = spokenOf(name, words, 'own');
  return (
    <Spoken words={words} language={first?.language ?? null}>
      {first?.text ?? words.say('offers.noName')}
    </Spoken>
  );
}

function pathOf(offer: string, part: FormPart): string {
  return `${PATH}/${offer}/bearbeiten/${part.slug}`;
}
