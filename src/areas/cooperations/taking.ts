import type { Reader } from '../../platform/database/index.ts';
import type { Json } from '../../plain/json.ts';

/** Lists of what a partner takes along, each thing as plain columns. */
export type Taken = Readonly<Record<string, readonly TakenThing[]>>;
export type TakenThing = Readonly<Record<string, Json>>;

/** Who takes along, and what. */
export interface Taker {
  readonly cooperation: string;
  /** Of whoever speaks for several partners: the one for which it is taken. */
  readonly own: string;
}

/**
 * What an area gives one partner to take along: what that one may read. What is still sealed is asked for by its
 * organisation too, since somebody may speak for two partners, and the wall alone would let both pass.
 */
export type Taking = (db: Reader, taker: Taker) => Promise<Taken>;

/** Things as JSON carries them. */
export function carried(things: readonly object[]): readonly TakenThing[] {
  const plain: readonly TakenThing[] = JSON.parse(JSON.stringify(things));
  return plain;
}
