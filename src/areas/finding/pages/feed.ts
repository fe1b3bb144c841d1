import type { Frame } from '../../../ui/index.ts';
import type { Found, FoundEntry } from '../find.ts';
import { addressOf, addressOfEntry, FEED_PATH } from './address.ts';
import { namesOf, summaryOf } from './say-entry.ts';

/** The results of a query, what was confirmed last first, as a feed (Atom, RFC 4287). */
export function feedOf(frame: Frame, { query, results }: Found): string {
  const { words, url, site } = frame;
  const language = url.searchParams.get('lang');
  const absolute = (path: string) => new URL(path, url.origin).href;
  const self = absolute(addressOf(query, language, FEED_PATH));
  const title = query.text === '' ? words.say('finding.title') : words.say('finding.titleFor', { words: query.text });
  const updated = results.map(updatedOn).toSorted().at(-1) ?? '1970-01-01';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(words.tag)}">`,
    `<title>${xml(`${title} – ${site}`)}</title>`,
    `<id>${xml(self)}</id>`,
    `<updated>${updated}T00:00:00Z</updated>`,
    `<author><name>${xml(site)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(absolute(addressOf(query, language)))}"/>`,
    ...results.map((entry) =>
      [
        '<entry>',
        `<title>${xml(
          namesOf(entry, words)
            .map(({ text }) => text)
            .join(' · '),
        )}</title>`,
        `<id>urn:uuid:${entry.subject}</id>`,
        `<updated>${updatedOn(entry)}T00:00:00Z</updated>`,
        `<link rel="alternate" href="${xml(absolute(addressOfEntry(entry.kind, entry.subject)))}"/>`,
        `<summary>${xml(summaryOf(entry, words))}</summary>`,
        '</entry>',
      ].join(''),
    ),
    '</feed>',
  ].join('\n');
}

export function updatedOn({ confirmedOn, saidOn }: FoundEntry): string {
  return confirmedOn ?? saidOn;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function xml(text: string): string {
  // Signs that XML 1.0 has no place for would make the whole feed unreadable.
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
