import type { Child } from 'hono/jsx';
import { afterSignIn } from '../../../plain/after-sign-in.ts';
import { LinkButton, Page, PageTitle, type Frame } from '../../../ui/index.ts';
import { WORKING_TOGETHER_PATH } from '../../cooperations/index.ts';

/** What a link of a mail shows once it is not needed any more: no name and nothing that was written. */
export function LinkOver({ frame, children }: { readonly frame: Frame; readonly children?: Child }) {
  const { words } = frame;
  const title = words.say('requests.over.title');
  return (
    <Page frame={frame} title={title} noindex readers="link">
      <PageTitle title={title} below={words.say('requests.over.text')} />
      {children}
      <p>
        <LinkButton tone="quiet" href={afterSignIn(WORKING_TOGETHER_PATH, words.language)}>
          {words.say('requests.over.signIn')}
        </LinkButton>
      </p>
    </Page>
  );
}
