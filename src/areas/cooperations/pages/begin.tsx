import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  keepNowhere,
  leaveNotice,
  readForm,
  typedIn,
  type Env,
  type Request,
} from '../../../platform/http/index.ts';
import { saying, type Words } from '../../../plain/words.ts';
import { Button, RadioField, ReadersNote, TextField, type FormError, type Frame } from '../../../ui/index.ts';
import { beginCooperation } from '../begin.ts';
import { beginForm, LONGEST_TITLE, titleForm, wayForm } from '../forms.ts';
import { planPath, WORKING_TOGETHER_PATH } from '../paths.ts';
import { QUESTIONS } from '../plan.ts';
import { ownOrganisations, type CooperationPages, type Named } from './access.ts';
import { CommissionPage, WaysPage } from './finished.tsx';
import { errorOf, OwnFormPage } from './own-form.tsx';

const PATH = `${WORKING_TOGETHER_PATH}/neu`;
const COMMISSION_PATH = `${WORKING_TOGETHER_PATH}/auftrag`;

interface Typed {
  readonly title: string;
  readonly concept: string;
  readonly organisation: string;
}

/** `/zusammenarbeit/neu`: a working title, and the question whether everything is decided already. */
export function addBeginPages(web: Hono<Env>, pages: CooperationPages): void {
  web.get(PATH, async (c) => {
    const own = await ownAt(c, pages);
    const typed = { title: '', concept: '', organisation: own[0]?.id ?? '' };
    return c.html(<BeginPage frame={await pages.frame(c)} own={own} typed={typed} errors={[]} />);
  });
  web.post(PATH, async (c) => {
    const own = await ownAt(c, pages);
    const fields = await readForm(c);
    const text = (name: string) => typedIn(fields, name);
    const typed = {
      title: text('title'),
      concept: text('concept'),
      organisation: text('organisation') === '' && own.length === 1 ? (own[0]?.id ?? '') : text('organisation'),
    };
    const frame = await pages.frame(c);
    const form = beginForm.safeParse(typed);
    if (!form.success)
      return c.html(
        <BeginPage frame={frame} own={own} typed={typed} errors={wrongWith(c.var.words, typed, own)} />,
        422,
      );
    const { title, concept, organisation } = form.data;
    if (concept === 'open') {
      const id = await beginCooperation(context(c), { organisation, title });
      return c.redirect(planPath(id, QUESTIONS[0]), 303);
    }
    const way = wayForm.safeParse(fields);
    if (!way.success) return c.html(<WaysPage frame={frame} action={PATH} kept={form.data} />);
    if (way.data.way === 'commission') return c.redirect(COMMISSION_PATH, 303);
    if (way.data.way === 'none') {
      leaveNotice(c, saying('cooperations.finished.none.done'));
      return c.redirect(WORKING_TOGETHER_PATH, 303);
    }
    const id = await beginCooperation(context(c), { organisation, title, isReopened: true });
    leaveNotice(c, saying('cooperations.finished.reopen.done'));
    return c.redirect(planPath(id, QUESTIONS[0]), 303);
  });
  web.get(COMMISSION_PATH, async (c) => c.html(<CommissionPage frame={await pages.frame(c)} />));
}

/** Only whoever speaks for an organisation begins something; everybody else reads on the page before how to come there. */
async function ownAt(c: Request, pages: CooperationPages): Promise<readonly Named[]> {
  keepNowhere(c);
  const own = await ownOrganisations(c, pages);
  if (own.length === 0) throw new NotFoundError();
  return own;
}

function wrongWith(words: Words, { title, concept, organisation }: Typed, own: readonly Named[]): readonly FormError[] {
  const isTitled = titleForm.safeParse({ title }).success;
  return [
    ...(own.some(({ id }) => id === organisation)
      ? []
      : [{ field: 'organisation', text: words.say('cooperations.begin.organisation.missing') }]),
    ...(isTitled ? [] : [{ field: 'title', text: words.say('cooperations.title.wrong', { most: LONGEST_TITLE }) }]),
    ...(concept === 'open' || concept === 'finished'
      ? []
      : [{ field: 'concept', text: words.say('cooperations.begin.concept.missing') }]),
  ];
}

function BeginPage({
  frame,
  own,
  typed,
  errors,
}: {
  readonly frame: Frame;
  readonly own: readonly Named[];
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}) {
  const { words } = frame;
  const title = words.say('cooperations.begin.title');
  const errorAt = (field: string) => errorOf(errors, field);
  return (
    <OwnFormPage
      {...{ frame, title, own, errors }}
      below={words.say('cooperations.begin.text')}
      back={{ href: WORKING_TOGETHER_PATH, label: words.say('cooperations.overview.title') }}
      action={PATH}
      organisation={typed.organisation}
    >
      <TextField
        words={words}
        name="title"
        label={words.say('cooperations.title.label')}
        hint={words.say('cooperations.title.hint')}
        value={typed.title}
        error={errorAt('title')}
        autocomplete="off"
      />
      <RadioField
        words={words}
        name="concept"
        label={words.say('cooperations.begin.concept')}
        hint={words.say('cooperations.begin.concept.hint')}
        choices={[
          {
            value: 'open',
            label: words.say('cooperations.begin.concept.open'),
            hint: words.say('cooperations.begin.concept.open.hint'),
          },
          {
            value: 'finished',
            label: words.say('cooperations.begin.concept.finished'),
            hint: words.say('cooperations.begin.concept.finished.hint'),
          },
        ]}
        value={typed.concept}
        error={errorAt('concept')}
      />
      <ReadersNote words={words} scope="own">
        {words.say('cooperations.begin.readers')}
      </ReadersNote>
      <Button icon="next">{words.say('cooperations.begin.go')}</Button>
    </OwnFormPage>
  );
}
