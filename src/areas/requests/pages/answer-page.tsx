import type { Child } from 'hono/jsx';
import { keepNowhere, readForm, type FormFields, type Request as Asked } from '../../../platform/http/index.ts';
import { dayOf } from '../../../plain/time.ts';
import { ErrorSummary, MailsByHand, Page, PageTitle, type Frame } from '../../../ui/index.ts';
import { readAnswer, type Problem } from '../forms.ts';
import type { Answer, RequestWords } from '../request.ts';
import { tellProblems } from './tell-problems.ts';

/** A request to be read and answered: by link or signed in, it is the same page. */
export function RequestFrame({
  frame,
  title,
  readers,
  back,
  above,
  text,
  problems,
  children,
}: {
  readonly frame: Frame;
  readonly title: string;
  readonly readers: 'own' | 'partner';
  readonly back?: Child;
  /** Whose page it is. */
  readonly above: string;
  readonly text: RequestWords | null;
  readonly problems: readonly Problem[];
  readonly children: Child;
}) {
  const isFaulty = problems.length > 0;
  return (
    <Page frame={frame} title={title} noindex readers={readers} faulty={isFaulty}>
      <PageTitle
        back={back}
        above={<bdi>{above}</bdi>}
        title={title}
        below={text === null ? undefined : <bdi lang={text.language}>{text.title}</bdi>}
      />
      <ErrorSummary words={frame.words} errors={tellProblems(frame.words, problems)} />
      {children}
      {readers === 'own' ? <MailsByHand frame={frame} /> : null}
    </Page>
  );
}

/** Takes the answer that was sent, or shows the page again with what was typed. `take` says where it goes on. */
export async function takeSent(
  c: Asked,
  page: (typed: FormFields, problems: readonly Problem[]) => Promise<string>,
  take: (answer: Answer) => Promise<string>,
): Promise<Response> {
  keepNowhere(c);
  const typed = await readForm(c);
  const read = readAnswer(typed, dayOf(c.var.read.clock.now()));
  if (!read.ok) return c.html(await page(typed, read.issue), 422);
  return c.redirect(await take(read.value), 303);
}
