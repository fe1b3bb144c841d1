import type { Hono } from 'hono';
import type { Env } from '../../platform/http/index.ts';
import { OtherForms, Page, PageTitle, Part, SOURCE_PATH } from '../../ui/index.ts';
import type { Frames } from '../frame.ts';
import { readVersion } from '../version.ts';

const LICENCES = [
  { label: 'EUPL-1.2', href: 'https://eupl.eu/1.2/' },
  { label: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/' },
  { label: 'SIL Open Font License 1.1', href: 'https://openfontlicense.org' },
  { label: 'GeoNames', href: 'https://www.geonames.org' },
] as const;

/** Where the source code can be had, as the licence asks, and what comes from others. */
export function addSourcePage(
  web: Hono<Env>,
  { frame, sourceUrl }: { readonly frame: Frames; readonly sourceUrl: string | null },
): void {
  const version = readVersion();
  web.get(SOURCE_PATH, async (c) => {
    const shown = await frame(c);
    const { words } = shown;
    return c.html(
      <Page frame={shown} title={words.say('app.source.title')} alternates>
        <PageTitle title={words.say('app.source.title')} below={words.say('app.source.text')} />
        <p>
          {words.say('app.source.version', { version })}{' '}
          {sourceUrl === null ? (
            words.say('app.source.ask')
          ) : (
            <a href={sourceUrl} rel="noreferrer">
              {words.say('app.source.here')}
            </a>
          )}
        </p>
        <Part title={words.say('app.source.others')}>
          <ul class="rows">
            <li>{words.say('app.source.places')}</li>
            <li>{words.say('app.source.districts')}</li>
            <li>{words.say('app.source.fonts')}</li>
            <li>{words.say('app.source.libraries')}</li>
            <li>{words.say('app.source.lists')}</li>
          </ul>
        </Part>
        <OtherForms
          label={words.say('app.source.licences')}
          forms={LICENCES.map(({ href, label }) => ({ href, label, icon: 'web' }))}
        />
      </Page>,
    );
  });
}
