const BETWEEN = /[,;/|&+·]|\s(?:und|u\.|and|sowie|ve|و|та|и)\s/gu;

/** Names that the list of names does not know. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    farsi: 'fa',
    dari: 'prs',
    kurmandschi: 'ku',
    kurmanji: 'ku',
    kurmanci: 'ku',
    sorani: 'ckb',
    tigrinya: 'ti',
  }),
);

const NAMED_IN = ['de', 'en', 'tr', 'ar', 'uk', 'ru'];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

let known: ReadonlyMap<string, string> | null = null;

/** The languages of a cell as codes, in no order; what is no known name stays as it is written. */
export function languagesOf(text: string): readonly string[] {
  return text
    .split(BETWEEN)
    .map((part) => codeOf(part.trim().toLowerCase()))
    .filter((code) => code !== '');
}

function codeOf(word: string): string {
  known ??= namesOf();
  return OTHER_NAMES.get(word) ?? known.get(word) ?? word.replace(/^([a-z]{2,3})[-_].*$/, '$1');
}

function namesOf(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const language of NAMED_IN) {
    const display = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
    for (const first of LETTERS) {
      for (const second of LETTERS) {
        const name = display.of(first + second)?.toLowerCase();
        if (name !== undefined && !names.has(name)) names.set(name, first + second);
      }
    }
  }
  return names;
}
