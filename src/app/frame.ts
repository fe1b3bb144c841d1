import { COORDINATION_LINKS, COORDINATION_PATH } from './coordination-links.ts';
import { AGREEMENTS_PATH } from '../areas/agreements/index.ts';
import { COMMITMENT_PATHS } from '../areas/commitments/index.ts';
import { COOPERATIONS_PATH, WORKING_TOGETHER_PATH } from '../areas/cooperations/index.ts';
import { NETWORKS_PATH } from '../areas/networks/index.ts';
import { REQUESTS_PATH } from '../areas/requests/index.ts';
import { findInstallation, type Installation } from '../platform/installation/index.ts';
import type { Request } from '../platform/http/index.ts';
import { LANGUAGES, findLanguage } from '../platform/words/index.ts';
import { accountOf, isKeeper, organisationsOf, STRANGER, system, type Actor } from '../plain/actor.ts';
import type { Words } from '../plain/words.ts';
import type { Frame, FrameEntry } from '../ui/index.ts';
import type { Home } from './home.ts';

/** Makes the frame of a page: site, language, navigation, notice. */
export type FrameOf = (c: Request) => Promise<Frame>;

/** The same, and what this installation is once it has begun. */
export type Frames = FrameOf & { begun(): Promise<Installation | null> };

const NAV = [
  { href: '/finden', key: 'app.nav.find' },
  { href: NETWORKS_PATH, key: 'app.nav.networks' },
  { href: '/gespraeche', key: 'commonground.title' },
  { href: '/listen', key: 'app.nav.lists' },
] as const;

/** Where one is working together. */
const TOGETHER_PAGES = [WORKING_TOGETHER_PATH, COOPERATIONS_PATH, REQUESTS_PATH, AGREEMENTS_PATH, ...COMMITMENT_PATHS];

/** Where those who look after the network are when "Koordination" is marked; the lists have their own mark. */
const COORDINATION_PAGES = [COORDINATION_PATH, ...COORDINATION_LINKS.map(({ href }) => href)].filter(
  (href) => href !== '/listen',
);

export function frames(home: Home, assets: ReadonlyMap<string, string>): Frames {
  // What an installation is never changes once it has begun.
  let known: Installation | null = null;
  const begun = async () => (known ??= await home.database.as(system('frame')).read((db) => findInstallation(db)));
  const frame = async (c: Request): Promise<Frame> => {
    // Without the database an error page must still come: it has the plain name then.
    const installation = await begun().catch(() => null);
    return frameFrom(c, home, installation, assets);
  };
  return Object.assign(frame, { begun });
}

function frameFrom(
  c: Request,
  home: Home,
  installation: Installation | null,
  assets: ReadonlyMap<string, string>,
): Frame {
  const { words } = c.var;
  const url = new URL(c.req.url);
  const actor = c.get('actor') ?? STRANGER;
  return {
    words,
    url: new URL(`${url.pathname}${url.search}`, home.config.origin),
    site: installation?.site ?? words.say('app.site.notBegun'),
    invented: installation?.invented ?? false,
    mailsByHand: home.config.mail === null,
    signedIn: 'session' in actor,
    account: installation === null ? null : accountEntry(actor, words, url),
    languages: LANGUAGES.map(({ code, ownName, dir }) => ({ code, ownName, dir })),
    nav:
      installation === null
        ? []
        : [
            ...NAV.map(({ href, key }) => ({ href, label: words.say(key), current: isWithin(url, href) })),
            ...(organisationsOf(actor).length > 0
              ? [
                  {
                    href: WORKING_TOGETHER_PATH,
                    label: words.say('app.nav.together'),
                    current: TOGETHER_PAGES.some((href) => isWithin(url, href)),
                  },
                ]
              : []),
            ...(isKeeper(actor)
              ? [
                  {
                    href: COORDINATION_PATH,
                    label: words.say('app.nav.coordination'),
                    current: COORDINATION_PAGES.some((href) => isWithin(url, href)),
                  },
                ]
              : []),
          ],
    notice: noticeOf(c),
    asset: (name) => {
      const path = assets.get(name);
      if (path === undefined) throw new Error(`the asset ${name} was not built`);
      return `/${path}`;
    },
    unread: findLanguage(words.language)?.unread ?? false,
  };
}

function isWithin({ pathname }: URL, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}

/** Strangers find the way in, accounts the way to themselves; the first entrance has no account. */
function accountEntry(actor: Actor, words: Words, { pathname }: URL): FrameEntry | null {
  if (actor.kind === 'stranger')
    return { href: '/anmelden', label: words.say('app.nav.signIn'), current: pathname === '/anmelden' };
  if (accountOf(actor) === null) return null;
  const current = pathname === '/konto' || pathname.startsWith('/konto/');
  return { href: '/konto', label: words.say('app.nav.account'), current };
}

function noticeOf(c: Request): string | null {
  const notice = c.get('notice');
  return notice === undefined || notice === null ? null : c.var.words.tell(notice);
}
