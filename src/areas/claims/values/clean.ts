import { tidy } from '../../../plain/text.ts';

// Latin letters that every normal form leaves as they are.
const PLAIN = /^[\x21-\x7e\u00C0-\u0131]+(?: [\x21-\x7e\u00C0-\u0131]+)*$/;

/** Text as it is stored: well-formed, tidy, stable when cleaned again. */
export function cleanText(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  // Taking an invisible sign away can bring two signs together that compose: hence twice.
  return tidy(tidy(raw.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n')));
}

export function cleanLine(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return cleanText(cleanText(raw).replace(/\n+/g, ' '));
}

/** A cell as grammars read it: western digits, one kind of dash, no direction marks; line breaks and blanks stay. */
export function cleanCell(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return raw
    .toWellFormed()
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g,
      '',
    )
    .normalize('NFKC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .replace(/[^\S\n]/g, ' ')
    .trim();
}
