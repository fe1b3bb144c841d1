import type { Hono } from 'hono';
import { context, leaveNotice, type Env, type Request } from '../../../platform/http/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { isId } from '../../../plain/ids.ts';
import type { Json } from '../../../plain/json.ts';
import { saying } from '../../../plain/words.ts';
import {
  answerFieldForm,
  FieldFormPage,
  fieldsNamed,
  findSubject,
  mergeShown,
  openDesk,
  spokenOf,
  Spoken,
  type Field,
  type Laid,
  type Problem,
  type Register,
} from '../../claims/index.ts';
import type { FormFields } from '../../../platform/http/index.ts';
import type { Gazetteer } from '../../places/index.ts';
import type { Frame } from '../../../ui/index.ts';
import { ORGANISATION_FIELDS } from '../fields.ts';
import { may } from '../may.ts';
import { PARTS, type FormPart } from '../parts.ts';
import { countryOf, placeReader } from '../read-place.ts';
import { scopeOf } from '../scope.ts';
import type { Neighbours } from '../show.ts';
import { correct, speak } from '../speak.ts';
import { standBy } from '../stand-by.ts';
import { findShownOrganisation } from '../store.ts';

export interface SpeakPages extends Pick<Neighbours, 'titlesOf'> {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly register: Register;
  readonly gazetteer: Gazetteer;
}

const PATH = '/organisationen';

/** What the two ways of writing about an organisation have in common, and where they part. */
const WAYS = [
  {
    slug: 'bearbeiten',
    key: 'speak',
    may: (c: Request, id: string) => may.speak(c.var.actor, id),
    voice: (_: Request, id: string) => ({ kind: 'own', speaker: id }) as const,
    parts: PARTS,
    isFor: () => true,
    save: speak,
  },
  {
    slug: 'hinweis',
    key: 'correct',
    may: (c: Request) => may.correct(c.var.actor),
    voice: (c: Request) => ({ kind: 'role', role: c.var.actor.kind }) as const,
    parts: PARTS.filter(({ key }) => key !== 'inside'),
    // What only partners or the organisation itself may read is not the coordination's to write.
    isFor: ({ scope }: Field) => scope === 'public' || scope === 'network',
    save: correct,
  },
] as const;

type Way = (typeof WAYS)[number];

/** `/organisationen/:id/bearbeiten` for whoever speaks for it, `/organisationen/:id/hinweis` for whoever keeps the register. */
export function addSpeakPages(web: Hono<Env>, pages: SpeakPages): void {
  addStandByPage(web, pages);
  for (const way of WAYS) {
    for (const path of [`${PATH}/:id/${way.slug}`, `${PATH}/:id/${way.slug}/:part`]) {
      web.get(path, async (c) => {
        const at = await placeOf(c, way);
        return c.html(await page(c, pages, at, await lay(c, pages, at), null, []));
      });
      web.post(path, async (c) => {
        const at = await placeOf(c, way);
        const { id, fields } = at;
        return answerFieldForm(c, {
          lay: () => lay(c, pages, at),
          save: (base, wishes) =>
            way.save({ ...context(c), register: pages.register }, { organisation: id, fields, base, wishes }),
          show: (laid, typed, problems) => page(c, pages, at, laid, typed, problems),
          // Whoever changes who reads something sees at once what everybody sees.
          after: ({ isForOthers }) =>
            isForOthers && way.key === 'speak' ? `${PATH}/${id}/wie-fremde` : pathOf(at, at.part),
        });
      });
    }
  }
}

function addStandByPage(web: Hono<Env>, { register }: SpeakPages): void {
  web.post(`${PATH}/:id/stimmt-noch`, async (c) => {
    const { id } = await placeOf(c, WAYS[0]);
    await standBy({ ...context(c), register }, id);
    leaveNotice(c, saying('claims.form.stoodBy'));
    return c.redirect(`${PATH}/${id}`, 303);
  });
}

interface Place {
  readonly id: string;
  readonly way: Way;
  readonly part: FormPart;
  readonly fields: readonly Field[];
}

/** Which part of which organisation; for everybody else it is a page that does not exist. */
async function placeOf(c: Request, way: Way): Promise<Place> {
  const id = c.req.param('id') ?? '';
  if (!isId(id) || way.may(c, id) !== true) throw new NotFoundError();
  const slug = c.req.param('part') ?? way.parts[0]?.slug;
  const part = way.parts.find((one) => one.slug === slug);
  const subject = await c.var.read.db.read((db) => findSubject(db, id));
  if (part === undefined || subject?.kind !== 'organisation' || subject.forwardedTo !== null) throw new NotFoundError();
  return { id, way, part, fields: fieldsNamed(ORGANISATION_FIELDS, part.fields).filter(way.isFor) };
}

type LaidForm = Laid & { readonly lists: ReadonlyMap<string, string>; readonly name: Json | undefined };

function lay(c: Request, { gazetteer, titlesOf }: SpeakPages, { id, way, fields }: Place): Promise<LaidForm> {
  return c.var.read.db.read(async (db) => {
    const desk = await openDesk(db, { fields, subject: id, voice: way.voice(c, id) });
    const facts = mergeShown(ORGANISATION_FIELDS, await findShownOrganisation(db, id));
    const country = countryOf(facts);
    const known = new Map(Object.entries(facts));
    const speakers = desk.words.flatMap(({ others }) => others.flatMap(({ source }) => source?.speaker ?? []));
    return {
      desk,
      fields,
      words: c.var.words,
      country,
      readPlace: placeReader(gazetteer, country),
      declaredScope: (field) => scopeOf(field, 'organisation', known),
      lists: await titlesOf(db, [...new Set(speakers)]),
      name: facts['name'],
    };
  });
}

// words: organisations.speak.* organisations.correct.*
async function page(
  c: Request,
  pages: SpeakPages,
  at: Place,
  laid: LaidForm,
  typed: FormFields | null,
  problems: readonly Problem[],
) {
  const { words } = c.var;
  const { id, way, part } = at;
  const [name] = spokenOf(laid.name, words, 'own');
  return (
    <FieldFormPage
      frame={await pages.frame(c)}
      form={{ ...laid, typed, problems }}
      fields={at.fields}
      title={words.say(`organisations.part.${part.key}`)}
      about={
        <Spoken words={words} language={name?.language ?? null}>
          {name?.text ?? words.say('organisations.noName')}
        </Spoken>
      }
      text={words.say(`organisations.${way.key}.text`)}
      back={{ href: `${PATH}/${id}`, label: words.say('organisations.speak.back') }}
      action={pathOf(at, part)}
      preview={
        way.key === 'speak' ? { href: `${PATH}/${id}/wie-fremde`, label: words.say('organisations.preview.go') } : null
      }
      standBy={way.key === 'speak' ? `${PATH}/${id}/stimmt-noch` : null}
      parts={way.parts
        .filter((one) => one !== part)
        .map((one) => ({ href: pathOf(at, one), label: words.say(`organisations.part.${one.key}`) }))}
    />
  );
}

function pathOf({ id, way }: Pick<Place, 'id' | 'way'>, part: FormPart): string {
  return `${PATH}/${id}/${way.slug}/${part.slug}`;
}
