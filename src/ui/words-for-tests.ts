import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { dirOf, languageOf, tagOf } from '../plain/languages.ts';
import type { Words } from '../plain/words.ts';

/** The words of this folder alone, so that the kit can be tested without the platform. */
export function fakeWords(language: string): Words {
  const catalogue: Record<string, string> = JSON.parse(
    readFileSync(new URL(`./words/${language}.json`, import.meta.url), 'utf8'),
  );
  const locale = `${language.split('-')[0] ?? language}-u-nu-latn`;
  const say: Words['say'] = (key, values) => {
    const message = catalogue[key];
    if (message === undefined) throw new Error(`no words for ${key} in ${language}`);
    return String(new IntlMessageFormat(message, locale).format({ ...values }));
  };
  return {
    language,
    tag: tagOf(language),
    dir: dirOf(language),
    say,
    tell: ({ key, values }) => say(key, values),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    day: String,
    moment: (value) => value.toISOString(),
    list: (items) => new Intl.ListFormat(locale).format(items),
    languageName: (tag) => languageOf(tag)?.ownName ?? tag,
  };
}
