import { describeTrouble, type RenderTrouble } from '../../platform/http/index.ts';
import { LinkButton, Page, PageTitle } from '../../ui/index.ts';
import type { FrameOf } from '../frame.ts';

/** Pages of errors: what happened, whose turn it is, where to go on. */
export function renderTrouble(frameOf: FrameOf): RenderTrouble {
  return async (trouble, c) => {
    const frame = await frameOf(c);
    const { words } = frame;
    const { title, text, note } = describeTrouble(trouble);
    return (
      <Page frame={frame} title={words.tell(title)} noindex>
        <PageTitle title={words.tell(title)} below={words.tell(text)} />
        {note === null ? null : <p class="soft">{words.tell(note)}</p>}
        <p>
          <LinkButton href="/" tone="quiet">
            {words.say('platform.toStart')}
          </LinkButton>
        </p>
      </Page>
    ).toString();
  };
}
