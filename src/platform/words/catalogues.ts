import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The messages of all languages, read when a language is first asked for. */
export interface Catalogues {
  /** Key → ICU message. Empty for a language that nobody has written. */
  of(language: string): ReadonlyMap<string, string>;
}

export function findCatalogues(root: string): Catalogues {
  const files = globSync('**/words/*.json', { cwd: root }).toSorted();
  const read = new Map<string, ReadonlyMap<string, string>>();
  return {
    of(language) {
      const known = read.get(language);
      if (known !== undefined) return known;
      const messages = readAll(
        files.filter((file) => basename(file, '.json') === language).map((file) => join(root, file)),
      );
      read.set(language, messages);
      return messages;
    },
  };
}

function readAll(files: readonly string[]): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  for (const file of files) {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content !== 'object' || content === null) throw new Error(`${file} is no catalogue`);
    for (const [key, message] of Object.entries(content)) {
      if (typeof message !== 'string') throw new Error(`${file}: "${key}" is no text`);
      if (messages.has(key)) throw new Error(`${file}: "${key}" exists in another catalogue too`);
      messages.set(key, message);
    }
  }
  return messages;
}
