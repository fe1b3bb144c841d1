import { randomUUID } from 'node:crypto';

/** `waiting`: written by somebody who takes part, not yet looked at. */
export type StatementState = 'waiting' | 'open' | 'declined';

/** Why a statement is not let in. Nothing else is a reason. */
export const REASONS = ['confession', 'person', 'twoThings', 'insult', 'double', 'notAbout'] as const;
export type Reason = (typeof REASONS)[number];

export interface Statement {
  readonly id: string;
  readonly language: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Languages that a machine has translated into. */
  readonly machine: readonly string[];
  readonly author: 'steward' | 'participant';
  readonly state: StatementState;
  readonly reason: Reason | null;
}

/** A statement of its steward. Ids are chance, so that they tell no order. */
export function seedOf(language: string) {
  return (text: string) =>
    ({
      id: randomUUID(),
      language,
      texts: { [language]: text },
      machine: [],
      author: 'steward',
      state: 'open',
      reason: null,
    }) as const;
}

/** Whoever takes part reads it, or will once it is let in. */
export function isTold({ state }: Pick<Statement, 'state'>): boolean {
  return state !== 'declined';
}

/** How many statements are not yet said in each language; only languages in which some are missing. */
export function missingIn(statements: readonly Statement[], languages: readonly string[]) {
  return languages.flatMap((language) => {
    const count = statements.filter((one) => isTold(one) && one.texts[language] === undefined).length;
    return count === 0 ? [] : [{ language, count }];
  });
}

export const LONGEST_STATEMENT = 140;

const UNSAID: ReadonlySet<string> = new Set(['person', 'insult']);

/** What names or insults somebody is said nowhere once more: not by the log, and not by a result in which it was counted. */
export function isUnsaid({ reason }: Pick<Statement, 'reason'>): boolean {
  return reason !== null && UNSAID.has(reason);
}
