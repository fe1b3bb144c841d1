import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  keepNowhere,
  leaveNotice,
  readForm,
  typedIn,
  type Env,
  type FormFields,
  type Request as Asked,
} from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Page,
  PageTitle,
  RadioField,
  ReadersNote,
  TextField,
  type Frame,
} from '../../../ui/index.ts';
import { COOPERATIONS_PATH, findPartners, ownOf } from '../../cooperations/index.ts';
import type { Problem } from '../forms.ts';
import { introduce } from '../introduce.ts';
import { INTRODUCTIONS_PATH } from '../work.ts';
import { namesAt, type RequestPages } from './access.ts';
import { errorAt, tellProblems } from './tell-problems.ts';

const PATH = `${INTRODUCTIONS_PATH}/neu`;

/** `/vorstellungen/neu?in=COOPERATION`: who is introduced to whom. All three agree before anybody sees an address. */
export function addNewIntroductionPages(web: Hono<Env>, pages: RequestPages): void {
  const page = async (c: Asked, cooperation: string, typed: FormFields, problems: readonly Problem[]) => {
    const at = await partnersAt(c, pages, cooperation);
    return <NewIntroductionPage frame={await pages.frame(c)} {...at} typed={typed} problems={problems} />;
  };
  web.get(PATH, async (c) => c.html(await page(c, c.req.query('in') ?? '', {}, [])));
  web.post(PATH, async (c) => {
    const typed = await readForm(c);
    const cooperation = typedIn(typed, 'in');
    const { others } = await partnersAt(c, pages, cooperation);
    const introduced = typedIn(typed, 'partner');
    const third = organisationIn(typedIn(typed, 'third'));
    const portrait = third === null ? null : await pages.portraitOf(c, third);
    const problems: readonly Problem[] = [
      ...(others.some(({ id }) => id === introduced)
        ? []
        : [{ input: 'partner', told: saying('requests.introduce.not.partner') }]),
      ...(portrait === null ? [{ input: 'third', told: saying('requests.introduce.not.found') }] : []),
    ];
    if (problems.length > 0 || third === null) return c.html(await page(c, cooperation, typed, problems), 422);
    const made = await introduce(context(c), pages, { cooperation, introduced, third });
    if (!made.ok) return c.html(await page(c, cooperation, typed, [{ input: 'third', told: made.issue }]), 422);
    leaveNotice(c, saying('requests.introduce.done'));
    return c.redirect(`${INTRODUCTIONS_PATH}/${made.value}`, 303);
  });
}

/** The id in the address of an organisation's page, as people copy it. */
function organisationIn(typed: string): string | null {
  const id = /(?:^|\/organisationen\/)([0-9a-f-]{36})(?:[?#/].*)?$/.exec(typed.trim())?.[1];
  return id !== undefined && isId(id) ? id : null;
}

interface At {
  readonly cooperation: string;
  readonly others: readonly { readonly id: string; readonly name: string }[];
}

async function partnersAt(c: Asked, pages: RequestPages, cooperation: string): Promise<At> {
  keepNowhere(c);
  if (!isId(cooperation)) throw new NotFoundError();
  const partners = await c.var.read.db.read((db) => findPartners(db, cooperation));
  const own = ownOf(c.var.actor, partners);
  const others = partners.map(({ organisation }) => organisation).filter((each) => each !== own);
  const name = await namesAt(c, pages, others);
  return { cooperation, others: others.map((id) => ({ id, name: name(id) })) };
}

function NewIntroductionPage({
  frame,
  cooperation,
  others,
  typed,
  problems,
}: At & { readonly frame: Frame; readonly typed: FormFields; readonly problems: readonly Problem[] }) {
  const { words } = frame;
  const title = words.say('requests.introduce.title');
  const errorOf = (input: string) => errorAt(words, problems, input);
  const isFaulty = problems.length > 0;
  return (
    <Page frame={frame} title={title} noindex readers="own" faulty={isFaulty}>
      <PageTitle
        back={
          <BackLink href={`${COOPERATIONS_PATH}/${cooperation}/anfragen`}>{words.say('requests.list.title')}</BackLink>
        }
        title={title}
        below={words.say('requests.introduce.text')}
      />
      <ErrorSummary words={words} errors={tellProblems(words, problems)} />
      <Form action={PATH} label={title} hidden={{ in: cooperation }}>
        <RadioField
          words={words}
          name="partner"
          label={words.say('requests.introduce.partner')}
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed['partner'] === undefined ? others[0]?.id : typedIn(typed, 'partner')}
          error={errorOf('partner')}
        />
        <TextField
          words={words}
          name="third"
          kind="url"
          label={words.say('requests.introduce.third')}
          hint={words.say('requests.introduce.third.hint')}
          value={typedIn(typed, 'third')}
          error={errorOf('third')}
        />
        <ReadersNote words={words} scope="own">
          {words.say('requests.introduce.readers')}
        </ReadersNote>
        <Button icon="people">{words.say('requests.introduce.go')}</Button>
      </Form>
    </Page>
  );
}
