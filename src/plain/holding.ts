/** What something is kept for; each has its sentence in the inventory (`protection.inventory.purpose.*`). */
export const PURPOSES = [
  'ask',
  'backup',
  'contact',
  'cooperate',
  'converse',
  'file',
  'find',
  'guessing',
  'hint',
  'history',
  'house',
  'idle',
  'import',
  'invite',
  'job',
  'key',
  'list',
  'log',
  'name',
  'order',
  'picture',
  'proof',
  'protection',
  'recover',
  'role',
  'send',
  'session',
  'show',
  'signIn',
  'source',
  'voice',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/**
 * Who reads it through the product, from widest to narrowest (`protection.inventory.reader.*`):
 *
 * - `everyone`: without signing in
 * - `scope`: as the scope of the fact says
 * - `organisation`: whoever speaks for the organisation
 * - `partners`: whoever speaks for a partner of the cooperation
 * - `keepers`: the coordination and the operator
 * - `operator`: only who runs the installation
 * - `self`: the person with the account
 * - `program`: nobody through a page; the program needs it to work
 */
export const READERS = [
  'everyone',
  'scope',
  'organisation',
  'partners',
  'keepers',
  'operator',
  'self',
  'program',
] as const;
export type ReaderGroup = (typeof READERS)[number];

/** As long as something else is there (`protection.inventory.while.*`). */
export const SPANS = [
  'installation',
  'account',
  'subject',
  'cooperation',
  'list',
  'role',
  'entry',
  'replaced',
] as const;

/** What the days are counted from (`protection.inventory.after.*`). */
export const EVENTS = ['made', 'ended', 'lastUse', 'settled', 'work', 'visit'] as const;

/** How long it is kept: as long as something else, or days after an event; then a sweep removes it. */
export type Keep =
  | { readonly while: (typeof SPANS)[number] }
  | { readonly days: number; readonly after: (typeof EVENTS)[number] };

/** Columns of one table that are kept for the same, read by the same, for the same time. */
export interface Holding {
  readonly table: string;
  readonly columns: readonly string[];
  readonly purpose: Purpose;
  readonly readers: readonly ReaderGroup[];
  readonly keep: Keep;
  /** True where the mode of protection hides it from everybody but the organisation. */
  readonly hidesInProtection?: boolean;
  /** True where the columns hold the id of an account or of an organisation: such rows are about it. */
  readonly leadsTo?: 'account' | 'organisation';
}

/**
 * Declares what a part of the product keeps. Every column of every table stands in exactly one holding;
 * a test compares them with the database, and the inventory is made from nothing else.
 *
 * @example
 * export const THROTTLE_HOLDINGS = declareHoldings([
 *   { table: 'throttle', columns: ['key_hash'], purpose: 'guessing', readers: ['program'], keep: { days: 1, after: 'lastUse' } },
 * ]);
 */
export function declareHoldings(holdings: readonly Holding[]): readonly Holding[] {
  const known = new Set<string>();
  for (const { table, columns } of holdings) {
    for (const column of columns) {
      const name = `${table}.${column}`;
      if (known.has(name)) throw new Error(`${name} is declared twice`);
      known.add(name);
    }
  }
  return holdings;
}
