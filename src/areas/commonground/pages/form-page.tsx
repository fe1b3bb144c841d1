import type { Child } from 'hono/jsx';
import { ErrorSummary, Page, PageTitle, type Frame } from '../../../ui/index.ts';
import type { Problem } from '../forms.ts';
import { tellProblems } from './pages.ts';

/** A page around forms, found by nobody who searches: its title, and first what is wrong in what was sent. */
export function FormPage({
  frame,
  title,
  heading = title,
  problems,
  of,
  readers,
  islands = [],
  children,
  ...around
}: Required<Pick<Parameters<typeof Page>[0], 'readers'>> &
  Omit<Parameters<typeof PageTitle>[0], 'title'> & {
    readonly frame: Frame;
    readonly title: string;
    /** The title as it stands on the page, where it is more than bare text. */
    readonly heading?: Child;
    readonly problems: readonly Problem[];
    /** What the form with the problems is about, where the page has one for each. */
    readonly of?: string | undefined;
    readonly islands?: readonly string[];
    readonly children?: Child;
  }) {
  return (
    <Page frame={frame} title={title} noindex readers={readers} islands={islands} faulty={problems.length > 0}>
      <PageTitle {...around} title={heading} />
      <ErrorSummary words={frame.words} errors={tellProblems(frame.words, problems, of)} />
      {children}
    </Page>
  );
}
