import { tagOf } from '../plain/languages.ts';
import { hrefIn, type Frame } from './frame.ts';
import { Icon } from './icons/icon.tsx';
import { Mark } from './icons/mark.tsx';

export function PageHead({ frame }: { frame: Frame }) {
  const { words } = frame;
  return (
    <header class="page-head">
      {frame.invented ? <p class="invented">{words.say('ui.page.invented')}</p> : null}
      <div class="bar">
        <a class="mark" href="/">
          <Mark />
          <span>
            <b>{words.say('ui.page.name')}</b> <bdi class="soft">{frame.site}</bdi>
          </span>
        </a>
        {frame.nav.length === 0 ? null : (
          <nav class="main-nav" aria-label={words.say('ui.page.nav')}>
            <ul>
              {frame.nav.map(({ href, label, current }) => (
                <li>
                  <a href={href} aria-current={current ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <Myself frame={frame} />
        <LanguageSwitch frame={frame} />
      </div>
    </header>
  );
}

/** The way to one's account or to signing in, and the way out. */
function Myself({ frame: { words, account, signedIn } }: { frame: Frame }) {
  const entry = account ?? null;
  if (entry === null && !signedIn) return null;
  return (
    <div class="signed-in">
      {entry === null ? (
        <span>
          <Icon name="lock" /> {words.say('ui.page.signedIn')}
        </span>
      ) : (
        <a href={entry.href} aria-current={entry.current ? 'page' : undefined}>
          <Icon name="account" /> {entry.label}
        </a>
      )}
      {signedIn ? (
        <form method="post" action="/austritt">
          <button class="as-link" type="submit">
            {words.say('ui.page.leave')}
          </button>
        </form>
      ) : null}
    </div>
  );
}

function LanguageSwitch({ frame }: { frame: Frame }) {
  const { words, languages, url } = frame;
  const current = languages.find(({ code }) => code === words.language);
  return (
    <details class="languages">
      <summary>
        <Icon name="language" />
        <span class="away">{words.say('ui.page.language')} </span>
        <span>{current?.ownName ?? words.language}</span>
      </summary>
      <nav aria-label={words.say('ui.page.language')}>
        <ul>
          {languages.map(({ code, ownName, dir }) => (
            <li>
              <a
                href={hrefIn(code, url)}
                hreflang={tagOf(code)}
                lang={tagOf(code)}
                dir={dir}
                aria-current={code === words.language ? 'true' : undefined}
              >
                {ownName}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
