import type { Frame } from '../../../ui/index.ts';
import { listOf } from '../facts.ts';
import type { Found } from '../find.ts';
import { addressOf, addressOfEntry, JSON_FEED_PATH } from './address.ts';
import { updatedOn } from './feed.ts';
import { conditionNames, namesOf, summaryOf } from './say-entry.ts';

/** The results of a query, what was confirmed last first, as a feed (JSON Feed 1.1, https://jsonfeed.org/version/1.1). */
export function jsonFeedOf(frame: Frame, { query, results }: Found): string {
  const { words, url, site } = frame;
  const language = url.searchParams.get('lang');
  const absolute = (path: string) => new URL(path, url.origin).href;
  const title = query.text === '' ? words.say('finding.title') : words.say('finding.titleFor', { words: query.text });
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${title} – ${site}`,
    language: words.tag,
    home_page_url: absolute(addressOf(query, language)),
    feed_url: absolute(addressOf(query, language, JSON_FEED_PATH)),
    items: results.map((entry) => ({
      id: `urn:uuid:${entry.subject}`,
      url: absolute(addressOfEntry(entry.kind, entry.subject)),
      title: namesOf(entry, words)
        .map(({ text }) => text)
        .join(' · '),
      content_text: [summaryOf(entry, words), ...conditionNames(entry, words)]
        .filter((part) => part !== '')
        .join(' · '),
      date_modified: `${updatedOn(entry)}T00:00:00Z`,
      tags: listOf(entry.facts, 'fieldsOfAction').map((field) => words.say(`claims.code.fieldsOfAction.${field}`)),
    })),
  });
}
