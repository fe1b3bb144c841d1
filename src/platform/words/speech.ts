import { IntlMessageFormat } from 'intl-messageformat';
import type { Filling } from '../../plain/words.ts';

/** Turns a key and its fillings into a sentence. */
export interface Speech {
  say(key: string, values?: Readonly<Record<string, Filling>>): string;
  has(key: string): boolean;
}

interface Link {
  readonly code: string;
  readonly locale: string;
  readonly messages: ReadonlyMap<string, string>;
}

export interface SpeechOptions {
  /** The language itself, then those that stand in for it. */
  readonly chain: readonly Link[];
  readonly strict: boolean;
  readonly complain: (language: string, key: string, error?: unknown) => void;
}

export function createSpeech({ chain, strict, complain }: SpeechOptions): Speech {
  const compiled = new Map<string, IntlMessageFormat>();
  const own = chain[0]?.code ?? '';

  function compile(link: Link, key: string, message: string): IntlMessageFormat {
    const name = `${link.code} ${key}`;
    // Tags stay text: a message never makes markup.
    const format = compiled.get(name) ?? new IntlMessageFormat(message, link.locale, undefined, { ignoreTag: true });
    compiled.set(name, format);
    return format;
  }

  function say(key: string, values: Readonly<Record<string, Filling>> = {}): string {
    for (const link of chain) {
      const message = link.messages.get(key);
      if (message === undefined) {
        // Simple language is written for some pages only: German standing in for it is no defect.
        if (own !== 'de-simple' && link.code !== chain.at(-1)?.code) complain(link.code, key);
        continue;
      }
      try {
        return String(compile(link, key, message).format({ ...values }));
      } catch (error) {
        if (strict) throw new Error(`the message "${key}" (${link.code}) does not work`, { cause: error });
        complain(link.code, key, error);
      }
    }
    if (strict) throw new Error(`there is no message "${key}" (${own})`);
    complain(own, key);
    return key;
  }

  return { say, has: (key) => chain.some(({ messages }) => messages.has(key)) };
}
