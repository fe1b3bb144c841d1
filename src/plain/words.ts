/** What a placeholder of a message can be filled with. */
export type Filling = string | number | Date;

/**
 * A sentence that is not yet in any language: the key of a message and what its
 * placeholders hold. Pure code returns these, pages turn them into words.
 */
export interface Saying {
  readonly key: string;
  readonly values?: Readonly<Record<string, Filling>>;
}

export function saying(key: string, values?: Readonly<Record<string, Filling>>): Saying {
  return values === undefined ? { key } : { key, values };
}

/** The words of one language, as pages use them. Implemented by `platform/words`. */
export interface Words {
  /** The language of the page: `de`, `en`, `tr`, `ar`, `uk`, `de-simple`. */
  readonly language: string;
  /** The BCP 47 tag for the `lang` attribute (`de-simple` is `de-x-simple`). */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** A whole sentence with its placeholders filled. An unknown key throws. */
  say(key: string, values?: Readonly<Record<string, Filling>>): string;
  /** The same for a sentence that pure code returned. */
  tell(saying: Saying): string;
  number(value: number): string;
  /** A day (`2026-03-31` or a Date) in the long form of the language. */
  day(value: string | Date): string;
  /** A moment, with the time of day, in the zone of the installation. */
  moment(value: Date): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** The name of a language (BCP 47) in this language: `kmr` → "Kurmandschi". */
  languageName(tag: string): string;
}
