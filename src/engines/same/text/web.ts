import { parse } from 'tldts';

export interface Site {
  /** What its owner registered: `tdv.example` of `www.tdv.example/kontakt`; of a page on a shared host the host's. */
  readonly domain: string;
  /** The whole name of the host without "www.". */
  readonly host: string;
  /** The path without index pages and without a slash at the end: `kurse/deutsch`; '' for the first page. */
  readonly slug: string;
  /** Many owners have their pages there: only domain and slug together say whose page it is. */
  readonly isShared: boolean;
}

/** Hosts where everybody may have a page, by the part before the ending. */
const SHARED = new Set(
  (
    'facebook fb instagram twitter x youtube youtu linkedin xing tiktok t telegram wa whatsapp threads linktr meetup ' +
    'google goo bit tinyurl wikipedia nebenan betterplace vk ok pinterest flickr vimeo soundcloud eventbrite'
  ).split(' '),
);

/** Hosts that give everybody a name of their own before theirs. */
const HOSTERS =
  /^(?:wordpress\.com|blogspot\.[a-z.]+|blogger\.com|jimdo\.com|jimdofree\.com|jimdosite\.com|wixsite\.com|weebly\.com|de\.tl|npage\.de|beepworld\.de|webnode\.[a-z.]+|square\.site|tumblr\.com|chayns\.site)$/;

/**
 * Reads the first web address of a text; null when there is none.
 *
 * @example siteOf('http://www.tdv.example/')          // { domain: 'tdv.example', host: 'tdv.example', slug: '', … }
 * @example siteOf('facebook.com/tdv.dresden?ref=ts')  // { domain: 'facebook.com', slug: 'tdv.dresden', isShared: true, … }
 */
export function siteOf(text: string): Site | null {
  for (const piece of text.trim().split(/[\s;|<>"]+|,(?=\s|www|http)/)) {
    const site = readOne(piece);
    if (site !== null) return site;
  }
  return null;
}

function readOne(piece: string): Site | null {
  const bare = piece
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/^[('[]+|[)\].,!']+$/g, '')
    .replace(/^(?:h+t+p*s?[:;]?\/{1,3})+/, '');
  if (!bare.includes('.') || /^[^/]*@/.test(bare) || /^[a-z]+:(?!\d)/.test(bare)) return null;
  const cut = bare.search(/[/?#]/);
  const host = asciiHost((cut === -1 ? bare : bare.slice(0, cut)).replace(/:\d*$/, ''));
  const parsed = parse(host, { allowPrivateDomains: true });
  if (parsed.domain === null || parsed.isIp === true) return null;
  const isKnown = parsed.isIcann === true || parsed.isPrivate === true || /\.(?:example|test|invalid)$/.test(host);
  if (!isKnown && !host.startsWith('www.')) return null;
  return {
    domain: HOSTERS.test(parsed.domain) ? ownName(host, parsed.domain) : parsed.domain,
    host: host.replace(/^www\d?\./, ''),
    slug: slugOf(cut === -1 ? '' : bare.slice(cut)),
    isShared: SHARED.has(parsed.domainWithoutSuffix ?? ''),
  };
}

function ownName(host: string, hoster: string): string {
  const label =
    host
      .slice(0, -hoster.length - 1)
      .split('.')
      .at(-1) ?? '';
  return label === '' || label === 'www' ? hoster : `${label}.${hoster}`;
}

/** An international host is compared as the net knows it: "xn--…". */
function asciiHost(host: string): string {
  return /^[\u0000-\u007f]*$/.test(host) ? host : (URL.parse(`http://${host}`)?.hostname ?? host);
}

const FIRST_PAGE = /^(?:index|home|start|startseite|default|de|en)(?:\.[a-z]{3,5})?$/;

function slugOf(path: string): string {
  const id = /[?&](?:id|page_id|pageid)=([\w-]+)/.exec(path)?.[1];
  const parts = path
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '' && !FIRST_PAGE.test(part));
  return (id === undefined ? parts : [...parts, id]).join('/');
}
