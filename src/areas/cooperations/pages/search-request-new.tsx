import type { Hono } from 'hono';
import { rankOf } from '../../../plain/actor.ts';
import { LANGUAGE_CODES } from '../../../plain/languages.ts';
import { addDays, dayOf, type Day } from '../../../plain/time.ts';
import { saying, type Words } from '../../../plain/words.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  Form,
  Page,
  PageTitle,
  ReadersNote,
  SelectField,
  TextArea,
  TextField,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { searchRequestForm } from '../forms.ts';
import { SEARCH_REQUESTS_PATH } from '../paths.ts';
import { publishSearch } from '../publish-search.ts';
import { mayEndOn } from '../search-request.ts';
import { ownOrganisations, type CooperationPages, type Named } from './access.ts';
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
    return c.html(await shown(c, own, typed, []));
  });
  web.post(PATH, async (c) => {
    const own = await ownAt(c, pages);
    const typed = typedOf(await readForm(c), own);
    const today = dayOf(c.var.read.clock.now());
    const errors = wrongWith(c.var.words, typed, today);
    const form = searchRequestForm.safeParse(typed);
    if (errors.length > 0 || !form.success) return c.html(await shown(c, own, typed, errors), 422);
    const isField = pages.fieldsOfAction(c.var.words).some(({ value }) => value === form.data.field);
    await publishSearch(context(c), { ...form.data, field: isField ? form.data.field : null });
    leaveNotice(c, saying('cooperations.sought.published'));
    return c.redirect(SEARCH_REQUESTS_PATH, 303);
  });
}

/** Whoever is not confirmed in the network reads on the list why this is not there yet. */
async function ownAt(c: Request, pages: CooperationPages): Promise<readonly Named[]> {
  demandReader(c);
  const own = await ownOrganisations(c, pages);
  if (own.length === 0 || rankOf(c.var.actor) === 'account') throw new NotFoundError();
  return own;
}

function typedOf(fields: Readonly<Record<string, unknown>>, own: readonly Named[]): Typed {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const organisation = text('organisation') === '' ? (own[0]?.id ?? '') : text('organisation');
  return {
    organisation,
    expertise: text('expertise'),
    field: text('field'),
    language: text('language'),
    offered: text('offered'),
    until: text('until'),
  };
}

function wrongWith(words: Words, typed: Typed, today: Day): readonly FormError[] {
  const parts = searchRequestForm.shape;
  return [
    ...(parts.expertise.safeParse(typed.expertise).success
      ? []
      : [{ field: 'expertise', text: words.say('cooperations.sought.expertise.wrong') }]),
    ...(parts.offered.safeParse(typed.offered).success
      ? []
      : [{ field: 'offered', text: words.say('cooperations.sought.offered.wrong') }]),
    ...(parts.until.safeParse(typed.until).success && mayEndOn(typed.until, today)
      ? []
      : [{ field: 'until', text: words.say('cooperations.sought.until.wrong') }]),
  ];
}

function NewPage({
  frame,
  own,
  fields,
  typed,
  errors,
}: {
  readonly frame: Frame;
  readonly own: readonly Named[];
  readonly fields: readonly FieldChoice[];
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}) {
  const { words } = frame;
  const title = words.say('cooperations.sought.new');
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.text;
  const isFaulty = errors.length > 0;
  const { compare } = new Intl.Collator(words.tag);
  const languages = LANGUAGE_CODES.filter((code) => code !== 'de-simple')
    .map((code) => ({ value: code, label: words.languageName(code) }))
    .toSorted((a, b) => compare(a.label, b.label));
  return (
    <Page frame={frame} title={title} noindex readers="own" faulty={isFaulty}>
      <PageTitle
        back={<BackLink href={SEARCH_REQUESTS_PATH}>{words.say('cooperations.sought.title')}</BackLink>}
        title={title}
        below={words.say('cooperations.sought.new.text')}
      />
      <ErrorSummary words={words} errors={errors} />
      <Form action={PATH} label={title} hidden={own.length === 1 ? { organisation: typed.organisation } : undefined}>
        {own.length === 1 ? null : (
          <SelectField
            words={words}
            name="organisation"
            label={words.say('cooperations.begin.organisation')}
            choices={own.map(({ id, name }) => ({ value: id, label: name }))}
            value={typed.organisation}
            empty={null}
          />
        )}
        <TextField
          words={words}
          name="expertise"
          label={words.say('cooperations.sought.expertise')}
          hint={words.say('cooperations.sought.expertise.hint')}
          value={typed.expertise}
          error={errorAt('expertise')}
          autocomplete="off"
        />
        <TextArea
          words={words}
          name="offered"
          label={words.say('cooperations.sought.offered')}
          hint={words.say('cooperations.sought.offered.hint')}
          value={typed.offered}
          error={errorAt('offered')}
          rows={4}
        />
        <SelectField
          words={words}
          name="field"
          label={words.say('cooperations.search.field')}
          choices={fields}
          value={typed.field}
          empty={words.say('cooperations.sought.field.any')}
        />
        <SelectField
          words={words}
          name="language"
          label={words.say('cooperations.search.language')}
          hint={words.say('cooperations.search.language.hint')}
          choices={languages}
          value={typed.language}
          empty={words.say('cooperations.search.language.any')}
        />
        <DateField
          words={words}
          name="until"
          label={words.say('cooperations.sought.until.label')}
          hint={words.say('cooperations.sought.until.hint')}
          value={typed.until}
          error={errorAt('until')}
        />
        <ReadersNote words={words} scope="network">
          {words.say('cooperations.sought.readers')}
        </ReadersNote>
        <Button>{words.say('cooperations.sought.go')}</Button>
      </Form>
    </Page>
  );
}
