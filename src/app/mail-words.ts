import { mergeShown } from '../areas/claims/index.ts';
import { mailLanguage } from '../platform/mail/index.ts';
import { findShownOrganisations, ORGANISATION_FIELDS } from '../areas/organisations/index.ts';
import type { Request } from '../platform/http/index.ts';
import type { Words } from '../plain/words.ts';

/**
 * The words of a mail to somebody whose language nobody knows: the first language of the organisation that this site
 * speaks, then German. Where there is no organisation, German and the language of whoever writes.
 */
export function mailWords(
  wordsIn: (language: string) => Words,
): (c: Request, organisation: string | null) => Promise<readonly [Words, ...Words[]]> {
  const german = wordsIn('de');
  return async (c, organisation) => {
    const { read, words } = c.var;
    if (organisation === null) return words.tag.startsWith('de') ? [german] : [german, words];
    const shown = await read.db.read((db) => findShownOrganisations(db, [organisation]));
    const language = mailLanguage(mergeShown(ORGANISATION_FIELDS, shown)['languages']);
    return language === 'de' ? [german] : [wordsIn(language), german];
  };
}
