import type { Scope } from '../plain/scope.ts';
import { hrefIn, type Frame } from './frame.ts';
import { Icon } from './icons/icon.tsx';
import { Weave } from './icons/mark.tsx';
import { MailsByHand } from './readers.tsx';

/** Where the installation offers its source code, as the licence asks. The app answers there. */
export const SOURCE_PATH = '/source';

/** Where the installation says who reads what. The app answers there. */
const WHO_SEES_PATH = '/was-kann-wer-sehen';

/** `self`: the person alone; `keepers`: coordination and operator; `ownAndKeepers`: these and one organisation; `marked`: public but for what is marked. */
export type PageReaders = Scope | 'self' | 'keepers' | 'ownAndKeepers' | 'marked' | 'link';

/** Whoever is handed a print of these can open its address. */
const OPENED: ReadonlySet<PageReaders> = new Set(['public', 'marked', 'link']);

// words: ui.page.readers.*
export function PageFoot({ frame, readers }: { frame: Frame; readers: PageReaders }) {
  const { words } = frame;
  return (
    <footer class="page-foot">
      <Weave />
      <div class="bar">
        <p class="with-icon screen-only">
          <Icon name="eye" />{' '}
          <span>
            {words.say(`ui.page.readers.${readers}`)} <a href={WHO_SEES_PATH}>{words.say('ui.page.whoSees')}</a>
          </span>
        </p>
        {readers === 'partner' ? <MailsByHand frame={frame} /> : null}
        {frame.unread ? (
          <p class="with-icon">
            <Icon name="language" />
            <span>
              {words.say('ui.page.unread')}{' '}
              <a href={hrefIn('de', frame.url)} hreflang="de">
                {words.say('ui.page.readGerman')}
              </a>
            </span>
          </p>
        ) : null}
        <p>
          {words.say('ui.page.free')} <a href={SOURCE_PATH}>{words.say('ui.page.source')}</a>
        </p>
        <p class="print-only">
          {words.say(OPENED.has(readers) ? 'ui.page.printedFrom' : 'ui.page.printedClosed', {
            address: frame.url.href,
          })}
        </p>
      </div>
    </footer>
  );
}
