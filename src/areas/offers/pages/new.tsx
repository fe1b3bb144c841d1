import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
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
import type { Json } from '../../../plain/json.ts';
import { isId } from '../../../plain/ids.ts';
import { saying } from '../../../plain/words.ts';
import {
  FieldFormPage,
  fieldsNamed,
  findSubject,
  openDesk,
  readWishes,
  SubjectName,
  type Facts,
  type Laid,
  type Problem,
  type Wish,
} from '../../claims/index.ts';
import { findPublicName, findShownOrganisations, writingBasics, type SpeakPages } from '../../organisations/index.ts';
import { addOffer } from '../add.ts';
import { OFFER_FIELDS } from '../fields.ts';
import { may } from '../may.ts';
import { FIRST_FIELDS, PARTS } from '../parts.ts';

export interface NewOfferPages extends SpeakPages {
  /** What is there already and looks like what is typed; null where nothing does. */
  readonly thereFor?: (c: Request, offer: Facts) => Promise<Child>;
}

/** The form has been shown what is there already: what is sent now is none of it. */
const LOOKED = 'looked';

/** `/organisationen/:id/angebote/neu`: an organisation tells of a new offer. */
export function addNewPages(web: Hono<Env>, pages: NewOfferPages): void {
  const path = '/organisationen/:id/angebote/neu';
  web.get(path, async (c) => c.html(await page(c, pages, await layNew(c, pages), null, [])));
  web.post(path, async (c) => {
    const laid = await layNew(c, pages);
    const typed = await readForm(c);
    const read = readWishes({ ...laid, typed });
    if (!read.ok) return c.html(await page(c, pages, laid, typed, read.issue), 422);
    const { organisation } = laid;
    if (typedIn(typed, LOOKED) === '') {
      const there = (await pages.thereFor?.(c, factsTyped(read.value, laid.carrier))) ?? null;
      if (there !== null) return c.html(await page(c, pages, laid, typed, [], there), 409);
    }
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
      carrier: await findPublicName(db, organisation),
    } satisfies Laid & Record<string, unknown>;
  });
}

/** What is typed, as if it stood there already. */
function factsTyped(wishes: readonly Wish[], carrier: string): Facts {
  const facts: Record<string, Json> = carrier === '' ? {} : { carrier };
  for (const [name, said] of Map.groupBy(wishes, ({ field }) => field.name)) {
    const [first] = said;
    if (first === undefined) continue;
    facts[name] = first.field.perLanguage
      ? Object.fromEntries(said.map(({ language, value }) => [language ?? 'und', value]))
      : first.value;
  }
  return facts;
}

async function page(
  c: Request,
  pages: SpeakPages,
  laid: NewOffer,
  typed: FormFields | null,
  problems: readonly Problem[],
  there: Child = null,
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
      told={there}
      hidden={there === null && typedIn(typed ?? {}, LOOKED) === '' ? {} : { [LOOKED]: 'yes' }}
    />
  );
}
