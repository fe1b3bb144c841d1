import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { tagOf } from '../plain/languages.ts';
import { fontFor } from './fonts.ts';
import { hrefIn, type Frame } from './frame.ts';
import { MARK_ADDRESS } from './icons/mark.tsx';
import { PageFoot, type PageReaders } from './page-foot.tsx';
import { PageHead } from './page-head.tsx';

export interface PageProps {
  readonly frame: Frame;
  /** What this page is about, without the name of the site. */
  readonly title: string;
  readonly description?: string | undefined;
  readonly children?: Child;
  readonly noindex?: boolean;
  /** True when the page exists in every language: search engines are told. */
  readonly alternates?: boolean;
  readonly feed?: { readonly href: string; readonly title: string } | undefined;
  /** Who can read this page; said in the foot. Public unless told otherwise. */
  readonly readers?: PageReaders;
  /** True when the page comes back with errors in a form: the title says so first, and their summary takes the focus. */
  readonly faulty?: boolean;
  /** The page loads itself again after so many seconds (progress without JavaScript). */
  readonly refresh?: number | undefined;
  /** Islands by the name of their file without ending: `['live-progress']`. */
  readonly islands?: readonly string[];
}

/** A whole document. */
export function Page(props: PageProps) {
  const { frame, children } = props;
  const { words } = frame;
  return html`<!doctype html>${(
      <html lang={words.tag} dir={words.dir}>
        <HeadOfDocument {...props} />
        <body>
          <a class="skip" href="#content">
            {words.say('ui.page.skip')}
          </a>
          <PageHead frame={frame} />
          <main id="content" tabindex={-1}>
            {frame.notice === null ? null : (
              <p class="notice ok" role="status">
                {frame.notice}
              </p>
            )}
            {children}
          </main>
          <PageFoot frame={frame} readers={props.readers ?? 'public'} />
        </body>
      </html>
    )}`;
}

function HeadOfDocument({ frame, title, description, noindex, alternates, feed, faulty, refresh, islands }: PageProps) {
  const { words, asset } = frame;
  const scripts = new Set([...(islands ?? []), ...(faulty === true ? ['error-focus'] : [])]);
  const name = words.say('ui.page.title', { title, site: frame.site });
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <title>{faulty === true ? words.say('ui.page.titleWithErrors', { title: name }) : name}</title>
      {description === undefined ? null : <meta name="description" content={description} />}
      {noindex === true ? <meta name="robots" content="noindex" /> : null}
      {refresh === undefined ? null : <meta http-equiv="refresh" content={String(refresh)} />}
      <link rel="preload" href={asset(fontFor(words.language))} as="font" type="font/woff2" crossorigin="" />
      <link rel="stylesheet" href={asset('main.css')} />
      <link rel="icon" href={MARK_ADDRESS} type="image/svg+xml" />
      {alternates === true
        ? frame.languages.map(({ code }) => (
            <link rel="alternate" hreflang={tagOf(code)} href={new URL(hrefIn(code, frame.url), frame.url).href} />
          ))
        : null}
      {feed === undefined ? null : (
        <link rel="alternate" type="application/atom+xml" href={feed.href} title={feed.title} />
      )}
      {[...scripts].map((island) => (
        <script type="module" src={asset(`${island}.js`)}></script>
      ))}
    </head>
  );
}
