import type { ReadContext } from '../../platform/context.ts';
import { spokenIn } from '../agreements/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { icalendar, type CalendarEntry } from '../../plain/icalendar.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import type { Words } from '../../plain/words.ts';
import { isSettled, type Standing } from './commitment-word.ts';
import { outsidePath } from './paths.ts';
import { openFeed } from './store-calendar.ts';
import { CALENDAR, type Work } from './work.ts';

const SHOWN_DAYS = 90;

/** The calendar behind an address, as programs read it. 404 for every address that opens nothing, whatever the reason. */
export async function readCalendar(
  { db, clock }: ReadContext,
  { links, wordsIn, origin }: Pick<Work, 'links' | 'wordsIn'> & { readonly origin: string },
  token: string,
): Promise<string> {
  const now = clock.now();
  const hash = links.read(CALENDAR, token, now);
  if (hash === null) throw new NotFoundError();
  const today = dayOf(now);
  const opened = await db.read((reader) => openFeed(reader, hash, today));
  if (opened === null) throw new NotFoundError();
  const words = wordsIn(opened.feed.language);
  return icalendar({
    product: `-//Geflecht//Commitments//${words.language.toUpperCase()}`,
    name: words.say('commitments.calendar.name'),
    entries: opened.standings
      .filter((one) => !isSettled(one) && one.day !== null && one.day >= addDays(today, -SHOWN_DAYS))
      .map((one) => entryOf(one, opened.feed.organisation, words, origin)),
  });
}

// words: commitments.kind.* commitments.calendar.who.*
/** No name of anybody: a calendar lies on devices and with services that nobody here knows. */
function entryOf(one: Standing, own: string, words: Words, origin: string): CalendarEntry {
  const { id, agreement, kind, day, who, signedOn, languages } = one;
  const title = spokenIn(one.title, languages, words.language)[0]?.text ?? '';
  const said = spokenIn(one.words, languages, words.language)[0]?.text ?? '';
  const side = who === null ? 'all' : who === own ? 'own' : 'other';
  const kindName = words.say(`commitments.kind.${kind}`);
  const about = said === '' ? title : said;
  return {
    uid: `${id}.${agreement}@${new URL(origin).hostname}`,
    day: day ?? signedOn,
    changedOn: signedOn,
    summary: words.say('commitments.calendar.summary', { kind: kindName, about }),
    description: words.say('commitments.calendar.text', { who: words.say(`commitments.calendar.who.${side}`), title }),
    url: new URL(outsidePath(id), origin).href,
  };
}
