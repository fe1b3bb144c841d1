/** Is this the same? See README.md. */
export { matchAll } from './match-all.ts';
export { matchLarge, type LargeOptions, type Progress } from './match-large.ts';
export { openRegister, type Register } from './register.ts';
export type { Matched } from './conclude.ts';
export type { Item, Options, Outcome, Pair, Reason } from './item.ts';
