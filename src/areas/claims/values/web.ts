import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { saying } from '../../../plain/words.ts';
import { cleanCell } from './clean.ts';
import { quote, type Read, refused, understood } from './reading.ts';

const LONGEST_ADDRESS = 2000;

/** Reads one address of a page on the web (http or https); of several the first. */
export function readWeb(raw: string): Read {
  const cell = cleanCell(raw)
    .replace(/^(?:homepage|website|webseite|web|internet|url|www)\s?:\s?(?!\/)/i, '')
    .replace(/^(www\.)\s/i, '$1');
  const pieces = cell.split(/[\s;|<>"]+|,(?=\s|www|http)/).filter((piece) => piece !== '');
  const found = pieces.map((piece) => ({ piece, address: addressOf(piece) }));
  const [first, ...others] = new Set(found.map((one) => one.address).filter((address) => address !== null));
  if (first === undefined) return pieces.length > 1 ? readJoined(cell) : refuse(cell);
  const left = found
    .filter((one) => one.address === null)
    .map((one) => one.piece)
    .join(' ');
  return understood(first, [
    ...(others.length === 0
      ? []
      : [saying('claims.web.note.several', { taken: first, left: quote(others.join(', ')) })]),
    ...(/\p{L}{2}/u.test(left) && !/^(?:oder|und|or|and)$/i.test(left)
      ? [saying('claims.note.leftOut', { part: quote(left) })]
      : []),
    ...repaired(pieces, first),
  ]);
}

function repaired(pieces: readonly string[], address: string) {
  const [piece] = pieces;
  const isRepaired =
    piece !== undefined && /^h+t+p*s?[:;]?[\\/]+/i.test(piece) && !/^https?:\/\/(?!h+t+p)/i.test(piece);
  return isRepaired ? [saying('claims.web.note.repaired', { part: quote(piece), address: quote(address) })] : [];
}

/** "www. verein.de" was torn apart by a line break or a blank. */
function readJoined(cell: string): Read {
  const joined = /^(?:www\.|https?:)/i.test(cell) ? addressOf(cell.replace(/\s+/g, '')) : null;
  return joined === null
    ? refuse(cell)
    : understood(joined, [saying('claims.web.note.repaired', { part: quote(cell), address: quote(joined) })]);
}

function refuse(cell: string): Read {
  return refused(/^[^\s/]+@[^\s/]+$/.test(cell) ? 'claims.web.isMail' : 'claims.web.invalid', { part: quote(cell) });
}

function addressOf(piece: string): string | null {
  const bare = piece
    .replace(/^[(['.,]+/, '')
    .replace(/[\])'.,!]+$/, (end) => (piece.includes('(') ? end.replace(/[^)]/g, '') : ''));
  const written = bare
    .replace(/^h[a-z]*:[\\/]+/i, (scheme) => scheme.replaceAll('\\', '/'))
    .replace(/^(?:h+t+p*(s?)[:;]?\/{1,3})+/i, (_, secure: string) => (secure === '' ? 'http://' : 'https://'));
  const hasScheme = /^https?:\/\//i.test(written);
  if (!hasScheme && (/^[a-z][a-z0-9+-]*:(?!\d)/i.test(written) || /^[^/]*@/.test(written) || !written.includes('.')))
    return null;
  const url = URL.parse(hasScheme ? written : `https://${written}`);
  if (url === null || !isWeb(url.href)) return null;
  return hasScheme || /^www\.[^./]+\.[^/]/i.test(written) || isKnownHost(url.hostname) ? url.href : null;
}

/** "Verein.Leipzig" has the form of a host; without "www." or "https://" its ending must exist. */
function isKnownHost(host: string): boolean {
  return parse(host).isIcann === true || /\.(?:example|test|invalid|onion)$/.test(host);
}

export function isWeb(value: string): boolean {
  const url = value.length <= LONGEST_ADDRESS ? URL.parse(value) : null;
  return (
    url !== null &&
    url.href === value &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.password === '' &&
    /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/.test(url.hostname)
  );
}

/** `https://www.nujin.example/kurse/` → `www.nujin.example/kurse` */
export function showWeb(value: string): string {
  const url = new URL(value);
  const host = domainToUnicode(url.hostname) || url.hostname;
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${host}${port}${unescaped(url.pathname)}${url.search}`.replace(/\/$/, '');
}

function unescaped(path: string): string {
  try {
    const decoded = decodeURI(path);
    return /[\p{C}\p{Z}]/u.test(decoded) ? path : decoded;
  } catch {
    // A path that is not UTF-8 is shown as it stands in the address.
    return path;
  }
}
