import type { Json } from '../../plain/json.ts';
import { LANGUAGES } from '../words/index.ts';

/** The languages beside German into which mails can be put. */
const BESIDE: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ code, tag }) => (code === 'de' || code !== tag ? [] : [code])),
);

/**
 * In which language somebody is written to: the first of theirs, beside German, in which this site speaks; otherwise
 * German.
 *
 * @example mailLanguage(['de', 'kmr', 'tr']) // 'tr'
 */
export function mailLanguage(spoken: Json | undefined): string {
  const known = Array.isArray(spoken) ? spoken.find((tag) => typeof tag === 'string' && BESIDE.has(tag)) : null;
  return typeof known === 'string' ? known : 'de';
}
