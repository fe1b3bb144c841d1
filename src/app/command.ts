import type { ParseArgsOptionsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

/** What was typed behind a command. */
export interface Call {
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly terminal: Terminal;
}

/** A command of `npm run -s geflecht --`. Once published, its flags and its JSON stay. */
export interface Command {
  /** One line for the help: `import FILE --list NAME [--dry-run] [--json]`. */
  readonly usage: string;
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many words it takes besides its flags: least and most. */
  readonly takes: readonly [number, number];
  readonly run: (call: Call) => Promise<void>;
}

/** Exit code 1: what was given cannot be used; the message says what to do. */
export class BadInputError extends Error {
  override readonly name = 'BadInputError';
}

/** Exit code 2: the command was called wrongly. */
export class BadUsageError extends Error {
  override readonly name = 'BadUsageError';
}

/** The text of a flag, or null. */
export function textOf(call: Call, flag: string): string | null {
  const value = call.flags[flag];
  return typeof value === 'string' ? value : null;
}
