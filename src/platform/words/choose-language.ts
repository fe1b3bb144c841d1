import { findLanguage, LANGUAGES, SOURCE_LANGUAGE } from './languages.ts';

export interface Wishes {
  /** From the address: `?lang=ar`. */
  readonly query?: string | undefined;
  /** What was chosen earlier. */
  readonly cookie?: string | undefined;
  /** What the link of a mail suggests: `?sprache=ar`. */
  readonly link?: string | undefined;
  /** The header `Accept-Language`. */
  readonly header?: string | undefined;
}

/**
 * The code of the language of a page: what was asked for, was chosen earlier, a mail suggests, the browser
 * prefers, or German.
 */
export function chooseLanguage({ query, cookie, link, header }: Wishes): string {
  for (const wish of [query, cookie, link]) {
    if (wish !== undefined && findLanguage(wish) !== undefined) return wish;
  }
  return preferred(header ?? '') ?? SOURCE_LANGUAGE;
}

/** RFC 9110 §12.5.4; `de-AT` is met by `de` (RFC 4647, lookup). */
function preferred(header: string): string | undefined {
  const ranges = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
      return { range: range.trim(), weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { range } of ranges) {
    const found = lookUp(range);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lookUp(range: string): string | undefined {
  for (let rest = range; rest !== ''; rest = rest.slice(0, Math.max(rest.lastIndexOf('-'), 0))) {
    const found = LANGUAGES.find(({ tag }) => tag === rest);
    if (found !== undefined) return found.code;
  }
  return undefined;
}
