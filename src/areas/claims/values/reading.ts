import type { Json } from '../../../plain/json.ts';
import { not, ok, type Result } from '../../../plain/result.ts';
import { saying, type Filling, type Saying } from '../../../plain/words.ts';

/** Where a list comes from: decides area codes of telephones and the time zone. */
export type Country = 'DE' | 'AT' | 'CH' | 'LI';

export interface Hints {
  readonly country: Country;
}

/** What was understood in a cell. */
export interface Reading {
  readonly value: Json;
  /** What was corrected or left out, for the person who takes over the list. */
  readonly notes: readonly Saying[];
  /** Parts of `codes` that are no declared code: they may become topics. */
  readonly rest?: readonly string[];
}

export type Read = Result<Reading, Saying>;

export function understood(value: Json, notes: readonly Saying[] = []): Read {
  return ok({ value, notes });
}

export function refused(key: string, values?: Readonly<Record<string, Filling>>): Read {
  return not(saying(key, values));
}

const LONGEST_QUOTE = 80;

/** A part of a cell as a message quotes it: short enough to be read in a table. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_QUOTE
    ? line
    : `${line
        .slice(0, LONGEST_QUOTE - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
