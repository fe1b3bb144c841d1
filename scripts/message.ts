import { IntlMessageFormat } from 'intl-messageformat';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** Kinds of parts in the syntax tree of an ICU message. */
const LITERAL = 0;
const SELECT = 5;
const PLURAL = 6;
const POUND = 7;
const TAG = 8;

/** Exact numbers that stand for a plural category. */
const EXACT = new Map([
  ['zero', '=0'],
  ['one', '=1'],
  ['two', '=2'],
]);

export interface Message {
  /** Names of the placeholders, sorted: `count, place`. Tags stand as `<b>`. */
  readonly placeholders: string;
  /** What is wrong with the message itself, or null. */
  readonly problem: string | null;
}

/** Reads an ICU message of a language: its placeholders, and whether each plural has all forms of the language. */
export function readMessage(text: string, language: string): Message {
  const names = new Set<string>();
  const missing = new Set<string>();
  const wanted = pluralForms(language);
  const visit = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.type === LITERAL || part.type === POUND) continue;
      if (part.type === TAG) {
        names.add(`<${part.value}>`);
        visit(part.children);
        continue;
      }
      names.add(part.value);
      if (part.type !== PLURAL && part.type !== SELECT) continue;
      for (const option of Object.values(part.options)) visit(option.value);
      if (part.type !== PLURAL || part.pluralType === 'ordinal') continue;
      for (const form of wanted) {
        if (!(form in part.options) && !((EXACT.get(form) ?? form) in part.options)) missing.add(form);
      }
    }
  };
  try {
    visit(new IntlMessageFormat(text, language).getAst());
  } catch (error) {
    return { placeholders: '', problem: error instanceof Error ? error.message : String(error) };
  }
  const problem = missing.size === 0 ? null : `a plural lacks the forms ${[...missing].join(', ')}`;
  return { placeholders: [...names].sort().join(', '), problem };
}

/**
 * Where a language has only "one" and "other", both are often the same ("# gewählt"), and Turkish
 * leaves the noun in the singular: there "other" is enough. Arabic has six forms, Ukrainian four.
 */
function pluralForms(language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return forms.length > 2 ? forms : ['other'];
}
