import { showMoney } from '../../plain/money.ts';
import { isolated } from '../../plain/isolated.ts';
import { dirOf, languageOf } from '../../plain/languages.ts';
import type { Filling, Words } from '../../plain/words.ts';
import type { Texts } from './paragraph.ts';
import type { AgreementText } from './text.ts';

/** A text on paper, in one language. `label` stands before it, in grey. */
export type Run = {
  readonly text: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly label?: string;
  readonly quiet?: boolean;
  readonly strong?: boolean;
  /** It says that there is nothing in this language. */
  readonly isMissing?: boolean;
};

/** One language of an agreement on paper: what partners wrote in it, and the words of ours around that. */
export interface Voice {
  /** Words of ours; where the interface does not speak the language, in the first one of the agreement that it speaks. */
  say(key: string, values?: Readonly<Record<string, Filling>>): Run;
  /** The same as a bare text, to stand as a label or inside of another. */
  label(key: string, values?: Readonly<Record<string, Filling>>): string;
  /** What partners wrote; where it stands in other languages only, a note that says so. */
  written(texts: Texts): Run;
  /** A name, a day, an amount: the same in all languages but for its form. */
  plain(text: string): Run;
  partner(id: string | null): string;
  /** Names beside each other, each kept together whatever the direction. */
  names(names: readonly string[]): string;
  money(cents: number): string;
  day(day: string): string;
  number(value: number): string;
}

export function voiceOf(text: AgreementText, language: string, wordsIn: (language: string) => Words): Voice {
  const words = spoken([language, ...text.languages], wordsIn);
  const ours = { lang: codeOf(words.language), dir: words.dir };
  const say = (key: string, values?: Readonly<Record<string, Filling>>): Run => ({
    text: words.say(key, values),
    ...ours,
  });
  const found = new Map(text.partners.map(({ id, name }) => [id, name]));
  return {
    say,
    label: (key, values) => words.say(key, values),
    written(texts) {
      const written = texts[language]?.trim() ?? '';
      if (written !== '') return { text: written, lang: codeOf(language), dir: dirOf(language) };
      const others = text.languages.filter((one) => (texts[one]?.trim() ?? '') !== '');
      const missing =
        others.length === 0
          ? say('agreements.print.nothingYet')
          : say('agreements.print.onlyIn', { languages: words.list(others.map((one) => words.languageName(one))) });
      return { ...missing, quiet: true, isMissing: true };
    },
    plain: (plain) => ({ text: plain, ...ours }),
    partner: (id) => isolated(words, found.get(id ?? '') ?? words.say('agreements.print.nothingYet')),
    names: (names) => names.map((name) => isolated(words, name)).join(' · '),
    money: (cents) => showMoney(cents, words.language),
    day: (day) => words.day(day),
    number: (value) => words.number(value),
  };
}

/** What a typesetter knows as a language: two or three letters. */
export function codeOf(language: string): string {
  const code = language.split('-')[0] ?? '';
  return languageOf(code) === null ? 'de' : code;
}

function spoken(languages: readonly string[], wordsIn: (language: string) => Words): Words {
  const first = languages.map(wordsIn).find((words, at) => words.language === languages[at]);
  return first ?? wordsIn('de');
}
