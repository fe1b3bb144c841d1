import { domainToASCII } from 'node:url';
import { saying, type Saying } from '../../../plain/words.ts';
import { cleanCell } from './clean.ts';
import { quote, type Read, refused, understood } from './reading.ts';

const ADDRESS = /[^\s@<>()[\]{},;:"|/\\]+@[^\s@<>()[\]{},;:"|/\\]+/gu;

/** Reads one mail address; of several the first that can exist. */
export function readMail(raw: string): Read {
  const cell = cleanCell(raw);
  const opened = open(cell);
  const candidates = opened.match(ADDRESS) ?? [];
  const valid = candidates.map(normal).filter((address) => address !== null);
  const [first, ...others] = new Set(valid);
  if (first === undefined) return refused('claims.mail.invalid', { part: quote(cell) });
  const notes: Saying[] = [];
  if (opened !== cell && !cell.includes('@'))
    notes.push(saying('claims.mail.note.opened', { part: quote(cell), address: first }));
  if (others.length > 0) notes.push(saying('claims.mail.note.several', { taken: first, left: others.join(', ') }));
  const left = opened
    .replace(ADDRESS, ' ')
    .replace(/\b(?:mailto|e-?mail|mail)\b\s*:?/gi, ' ')
    .replace(/[\s<>()[\]{},;:"|/\\-]+/g, ' ')
    .trim();
  if (/\p{L}{2}/u.test(left) && !/^(?:oder|und|or|and)$/i.test(left))
    notes.push(saying('claims.note.leftOut', { part: quote(left) }));
  return understood(first, notes);
}

/** Undoes what protects against collectors of addresses: "info [at] verein [punkt] de". */
function open(cell: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(cell)) return cell;
  const at = cell
    .replace(/\s*[[({<]\s*(?:at|ät|@)\s*[\])}>]\s*/gi, '@')
    .replace(/\s*[[({<]\s*(?:dot|punkt|\.)\s*[\])}>]\s*/gi, '.');
  const spoken = at.includes('@') ? at : at.replace(/\s+(?:at|ät)\s+/i, '@').replace(/\s+(?:dot|punkt)\s+/gi, '.');
  return spoken.replace(/[^\S\n]*@[^\S\n]*/g, '@');
}

function normal(candidate: string): string | null {
  const bare = candidate.replace(/\?.*$/, '').replace(/^['.]+|['.!*]+$/g, '');
  const at = bare.lastIndexOf('@');
  const address = `${bare.slice(0, at)}@${bare
    .slice(at + 1)
    .toLowerCase()
    .normalize('NFC')}`;
  return isMail(address) ? address : null;
}

const LOCAL = /^[\p{L}\p{N}!#$%&'*+=?^_`~-]+(?:\.[\p{L}\p{N}!#$%&'*+=?^_`~-]+)*$/u;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** Whether a text has the form of an address: nothing is asked of the host. */
export function isMail(value: string): boolean {
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  const host = value.slice(at + 1);
  if (at < 1 || local.length > 64 || value.length > 254 || !LOCAL.test(local)) return false;
  if (HOST.test(host)) return true;
  return (
    host === host.toLowerCase().normalize('NFC') &&
    /^[\p{L}\p{M}\p{N}.-]+$/u.test(host) &&
    HOST.test(domainToASCII(host))
  );
}

/** The address for a link: an international host as the net knows it. */
export function mailLink(value: string): string {
  const at = value.lastIndexOf('@');
  return `mailto:${encodeURIComponent(value.slice(0, at))}@${domainToASCII(value.slice(at + 1))}`;
}
