import { isDay, ZONE } from '../../plain/time.ts';
import type { Words } from '../../plain/words.ts';
import type { Language } from './languages.ts';
import type { Speech } from './speech.ts';

/** The words of one language: messages by `speech`, numbers, days and lists by `Intl`. */
export function createTongue(language: Language, speech: Speech): Words {
  const { locale } = language;
  const numbers = new Intl.NumberFormat(locale);
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const here = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: ZONE });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' });
  const languageNames = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });

  return {
    language: language.code,
    tag: language.tag,
    dir: language.dir,
    say: (key, values) => speech.say(key, values),
    tell: ({ key, values }) => speech.say(key, values),
    number: (value) => numbers.format(value),
    day: (value) => {
      if (typeof value !== 'string') return here.format(value);
      // A day that cannot be is shown as it came: better than an error on a page full of others.
      return isDay(value) ? calendar.format(new Date(`${value}T00:00:00Z`)) : value;
    },
    moment: (value) => moments.format(value),
    list: (items) => lists.format(items),
    languageName: (tag) => {
      // Names that Unicode lacks, or that the people who speak the language do not use.
      // words: platform.language.*
      const key = `platform.language.${tag}`;
      return speech.has(key) ? speech.say(key) : (nameOf(languageNames, tag) ?? tag);
    },
  };
}

function nameOf(names: Intl.DisplayNames, tag: string): string | undefined {
  try {
    return names.of(tag);
  } catch {
    // Not a language tag at all: the caller shows it as it is.
    return undefined;
  }
}
