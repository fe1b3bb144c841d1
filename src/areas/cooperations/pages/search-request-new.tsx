import type { Hono } from 'hono';
import { rankOf } from '../../../plain/actor.ts';
import { addDays, dayOf, type Day } from '../../../plain/time.ts';
import { saying, type Words } from '../../../plain/words.ts';
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
import {
  Button,
  DateField,
  ReadersNote,
  SelectField,
  TextArea,
  TextField,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { searchRequestForm } from '../forms.ts';
import { seeCooperation } from '../load.ts';
import { offerLines } from '../offer.ts';
import { SEARCH_REQUESTS_PATH } from '../paths.ts';
import { publishSearch } from '../publish-search.ts';
import { mayEndOn } from '../search-request.ts';
import { findPlanOffer } from '../store-plan.ts';
import { ownOrganisations, type CooperationPages, type Named } from './access.ts';
import { languageChoices } from './language-choices.ts';
import { errorOf, OwnFormPage } from './own-form.tsx';
import type { FieldChoice } from './search-form.tsx';
import { demandReader } from './search-requests.tsx';

const PATH = `${SEARCH_REQUESTS_PATH}/neu`;
const USUAL_DAYS = 60;

type Typed = Readonly<Record<'organisation' | 'expertise' | 'field' | 'language' | 'offered' | 'until', string>>;

/** `/gesuche/neu`: what is looked for, and what is offered for it. */
export function addNewSearchRequestPages(web: Hono<Env>, pages: CooperationPages): void {
  const shown = async (c: Request, own: readonly Named[], typed: Typed, errors: readonly FormError[]) => (
    <NewPage
      frame={await pages.frame(c)}
      own={own}
      fields={pages.fieldsOfAction(c.var.words)}
      typed={typed}
      errors={errors}
    />
  );
  web.get(PATH, async (c) => {
    const own = await ownAt(c, pages);
    const until = addDays(dayOf(c.var.read.clock.now()), USUAL_DAYS);
    const typed = { organisation: own[0]?.id ?? '', expertise: '', field: '', language: '', offered: '', until };
    return c.html(await shown(c, own, { ...typed, ...(await plannedAt(c)) }, []));
  });
  web.post(PATH, async (c) => {
    const own = await ownAt(c, pages);
    const typed = typedOf(await readForm(c), own);
    const today = dayOf(c.var.read.clock.now());
    const { words } = c.var;
    const errors = wrongWith(words, typed, { own, fields: pages.fieldsOfAction(words), today });
    const form = searchRequestForm.safeParse(typed);
    if (errors.length > 0 || !form.success) return c.html(await shown(c, own, typed, errors), 422);
    await publishSearch(context(c), form.data);
    leaveNotice(c, saying('cooperations.sought.published'));
    return c.redirect(SEARCH_REQUESTS_PATH, 303);
  });
}

/** For what somebody looks for partners: what the plan says that can be given need not be written again. */
async function plannedAt(c: Request): Promise<Pick<Typed, 'organisation' | 'offered'> | null> {
  const id = c.req.query('zu') ?? '';
  if (id === '') return null;
  return c.var.read.db.read(async (db) => {
    const { own } = await seeCooperation(db, c.var.actor, id);
    const offer = await findPlanOffer(db, id, own);
    return { organisation: own, offered: offer === null ? '' : offerLines(c.var.words, offer).join('\n') };
  });
}

/** Whoever is not confirmed in the network reads on the list why this is not there yet. */
async function ownAt(c: Request, pages: CooperationPages): Promise<readonly Named[]> {
  demandReader(c);
  const own = await ownOrganisations(c, pages);
  if (own.length === 0 || rankOf(c.var.actor) === 'account') throw new NotFoundError();
  return own;
}

function typedOf(fields: FormFields, own: readonly Named[]): Typed {
  const text = (name: string) => typedIn(fields, name);
  return {
    organisation: text('organisation') === '' ? (own[0]?.id ?? '') : text('organisation'),
    expertise: text('expertise'),
    field: text('field'),
    language: text('language'),
    offered: text('offered'),
    until: text('until'),
  };
}

function wrongWith(
  words: Words,
  typed: Typed,
  {
    own,
    fields,
    today,
  }: { readonly own: readonly Named[]; readonly fields: readonly FieldChoice[]; readonly today: Day },
): readonly FormError[] {
  const { expertise, offered, until } = searchRequestForm.shape;
  const isAmong = (choices: readonly FieldChoice[], chosen: string) =>
    chosen === '' || choices.some(({ value }) => value === chosen);
  const isRight: Readonly<Record<keyof Typed, boolean>> = {
    organisation: own.some(({ id }) => id === typed.organisation),
    expertise: expertise.safeParse(typed.expertise).success,
    offered: offered.safeParse(typed.offered).success,
    field: isAmong(fields, typed.field),
    language: isAmong(languageChoices(words), typed.language),
    until: until.safeParse(typed.until).success && mayEndOn(typed.until, today),
  };
  return WRONG.flatMap(([field, key]) => (isRight[field] ? [] : [{ field, text: words.say(key) }]));
}

/** In the order of the page. */
const WRONG: readonly (readonly [keyof Typed, string])[] = [
  ['organisation', 'cooperations.begin.organisation.missing'],
  ['expertise', 'cooperations.sought.expertise.wrong'],
  ['offered', 'cooperations.sought.offered.wrong'],
  ['field', 'cooperations.sought.choice.wrong'],
  ['language', 'cooperations.sought.choice.wrong'],
  ['until', 'cooperations.sought.until.wrong'],
];

interface Asking {
  readonly frame: Frame;
  readonly own: readonly Named[];
  readonly fields: readonly FieldChoice[];
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}

// words: cooperations.sought.* cooperations.search.*
function NewPage({ frame, own, fields, typed, errors }: Asking) {
  const { words } = frame;
  const title = words.say('cooperations.sought.new');
  const field = (name: keyof Typed, label: string) => ({
    words,
    name,
    label: words.say(label),
    value: typed[name],
    error: errorOf(errors, name),
  });
  const hinted = (name: keyof Typed, label: string, hint = `${label}.hint`) => ({
    ...field(name, label),
    hint: words.say(hint),
  });
  return (
    <OwnFormPage
      {...{ frame, title, own, errors }}
      below={words.say('cooperations.sought.new.text')}
      back={{ href: SEARCH_REQUESTS_PATH, label: words.say('cooperations.sought.title') }}
      action={PATH}
      organisation={typed.organisation}
    >
      <TextField {...hinted('expertise', 'cooperations.sought.expertise')} autocomplete="off" />
      <TextArea {...hinted('offered', 'cooperations.sought.offered')} rows={4} />
      <SelectField
        {...field('field', 'cooperations.search.field')}
        choices={fields}
        empty={words.say('cooperations.sought.field.any')}
      />
      <SelectField
        {...hinted('language', 'cooperations.search.language')}
        choices={languageChoices(words)}
        empty={words.say('cooperations.search.language.any')}
      />
      <DateField {...hinted('until', 'cooperations.sought.until.label', 'cooperations.sought.until.hint')} />
      <ReadersNote words={words} scope="network">
        {words.say('cooperations.sought.readers')}
      </ReadersNote>
      <Button>{words.say('cooperations.sought.go')}</Button>
    </OwnFormPage>
  );
}
