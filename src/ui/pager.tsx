import type { Words } from '../plain/words.ts';
import { Icon } from './icons/icon.tsx';

/** From page to page of a list. `page` counts from 1. With one page there is nothing to show. */
export function Pager({
  words,
  page,
  pages,
  href,
}: {
  readonly words: Words;
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}) {
  if (pages <= 1) return null;
  return (
    <nav class="pager" aria-label={words.say('ui.pager.title')}>
      {page > 1 ? (
        <a class="button quiet" rel="prev" href={href(page - 1)}>
          <Icon name="back" />
          {words.say('ui.pager.previous')}
        </a>
      ) : null}
      <span>{words.say('ui.pager.position', { page: words.number(page), pages: words.number(pages) })}</span>
      {page < pages ? (
        <a class="button quiet" rel="next" href={href(page + 1)}>
          {words.say('ui.pager.next')}
          <Icon name="next" />
        </a>
      ) : null}
    </nav>
  );
}
