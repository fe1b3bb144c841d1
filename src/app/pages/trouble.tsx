import type { RenderTrouble, Trouble } from '../../platform/http/index.ts';
import type { Words } from '../../plain/words.ts';
import { LinkButton, Page, PageTitle } from '../../ui/index.ts';
import type { FrameOf } from '../frame.ts';

/** Pages of errors: what happened, whose turn it is, where to go on. */
export function renderTrouble(frameOf: FrameOf): RenderTrouble {
  return async (trouble, c) => {
    const frame = await frameOf(c);
    const { words } = frame;
    const { title, text } = inWords(trouble, words);
    return (
      <Page frame={frame} title={title} noindex>
        <PageTitle title={title} below={text} />
        {trouble.kind === 'bug' ? <p class="soft">{words.say('app.trouble.number', { request: trouble.request })}</p> : null}
        <p><LinkButton href="/" tone="quiet">{words.say('app.trouble.toStart')}</LinkButton></p>
      </Page>
    ).toString();
  };
}

function inWords(trouble: Trouble, words: Words): { title: string; text: string } {
  switch (trouble.kind) {
    case 'notFound':
      return { title: words.say('app.trouble.notFound'), text: words.say('app.trouble.notFound.text') };
    case 'tooLarge':
      return { title: words.say('app.trouble.tooLarge'), text: words.say('app.trouble.tooLarge.text', { megabytes: Math.round(trouble.limitBytes / 1_048_576) }) };
    case 'foreignOrigin':
      return { title: words.say('app.trouble.foreign'), text: words.say('app.trouble.foreign.text') };
    case 'bug':
      return { title: words.say('app.trouble.bug'), text: words.say('app.trouble.bug.text') };
    case 'notAllowed':
      return { title: words.say('app.trouble.notAllowed'), text: words.tell(trouble.reason) };
    case 'conflict':
      return { title: words.say('app.trouble.conflict'), text: words.tell(trouble.reason) };
    case 'input':
      return { title: words.say('app.trouble.input'), text: words.tell(trouble.reason) };
  }
}
