import type { Json } from '../../plain/json.ts';
import { LANGUAGES } from '../words/index.ts';

/** The languages beside German into which mails can be put. */
const BESIDE: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ code, tag }) => (code === 'de' || code !== tag ? [] : [code])),
);

/**
 * In which language somebody is written to: the first of theirs, beside German, in which this site speaks; otherwise
 * German. English only goes to whoever speaks no German: most who name both learned it at school.
 *
 * @example mailLanguage(['de', 'kmr', 'tr']) // 'tr'
 * @example mailLanguage(['de', 'en']) // 'de'
 */
export function mailLanguage(spoken: Json | undefined): string {
  const tags = Array.isArray(spoken) ? spoken.filter((tag) => typeof tag === 'string') : [];
  const isSchooled = tags.includes('de');
  return tags.find((tag) => BESIDE.has(tag) && !(tag === 'en' && isSchooled)) ?? 'de';
}
