import { analyse } from 'chardet';
import iconv from 'iconv-lite';

interface CodePage {
  readonly name: string;
  /** Signs beyond ASCII that texts in this code page really use. */
  readonly signs: RegExp;
  /** Letters of a script of its own stand beside each other, not inside Latin words. */
  readonly script?: RegExp;
}

const QUOTES = '„“”‚‘’«»–—…•§°²³€·';
const WESTERN = `äöüÄÖÜßéèêëàâáçñíîïóôúùûãõåæøÅÆØÉÈÀÂÇŒœ${QUOTES}`;

/** In the order in which equals win. */
const CODE_PAGES: readonly CodePage[] = [
  { name: 'windows-1252', signs: set(WESTERN) },
  { name: 'windows-1254', signs: set(`${WESTERN}ğĞıİşŞ`) },
  { name: 'windows-1250', signs: set(`äöüÄÖÜßéáíóúýąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽőűăâîşţđĐ${QUOTES}`) },
  { name: 'windows-1251', signs: set(`${QUOTES}№`), script: /[\u0400-\u04FF]/ },
  { name: 'windows-1256', signs: set(`${QUOTES}éèêëàâçîïôùûü`), script: /[\u0600-\u06FF]/ },
  { name: 'macintosh', signs: set(WESTERN) },
];

/** The code page under which the bytes read most like words; windows-1252 when nothing speaks against it. */
export function likelyCodePage(bytes: Buffer): string {
  const sample = pieceWithHighBytes(bytes);
  const advised = new Set(
    analyse(sample)
      .slice(0, 3)
      .map((match) => match.name.toLowerCase()),
  );
  let best = { name: 'windows-1252', score: Number.NEGATIVE_INFINITY };
  for (const page of CODE_PAGES) {
    const score = plausibility(iconv.decode(sample, page.name), page) + (advised.has(page.name) ? 0.02 : 0);
    if (score > best.score + 0.03) best = { name: page.name, score };
  }
  return best.name;
}

/** 1 if every sign beyond ASCII is expected where it stands, below zero if most are strange. */
function plausibility(text: string, page: CodePage): number {
  let score = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign <= '\u007F') continue;
    count += 1;
    const before = text.charAt(at - 1);
    score += rating(sign, before, text.charAt(at + 1), page);
  }
  return count === 0 ? 0 : score / count;
}

function rating(sign: string, before: string, after: string, page: CodePage): number {
  if (sign === '\uFFFD' || /\p{Cc}/u.test(sign)) return -3;
  if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) return -1;
  if (page.script?.test(sign) === true) {
    if (/[a-z]/i.test(before) || /[a-z]/i.test(after)) return -1;
    return page.script.test(before) || page.script.test(after) ? 1 : -0.5;
  }
  if (page.script !== undefined && (page.script.test(before) || page.script.test(after))) {
    return /\p{L}/u.test(sign) ? -1 : 0.5;
  }
  if (/\p{L}/u.test(sign) === false && /\p{L}/u.test(before) && /\p{Ll}/u.test(after)) return sign === '’' ? 1 : -1;
  return page.signs.test(sign) ? 1 : -1;
}

function pieceWithHighBytes(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 1000);
  return bytes.subarray(from, from + 64 * 1024);
}

function set(signs: string): RegExp {
  return new RegExp(`[${signs}]`);
}
