import type { Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Words } from '../../plain/words.ts';

/** What the others are told of: that a partner goes, that it stays after all, that all is over. Never why, never who. */
export type News = 'partnerLeaves' | 'partnerStays' | 'cooperationEnded';

/** How partners are reached; handed in, because only the app knows who reads mail for an organisation. */
export interface Voices {
  readonly findMailboxes: (
    tx: Transaction,
    organisation: string,
    today: Day,
  ) => Promise<readonly { readonly mail: string; readonly language: string }[]>;
  readonly wordsIn: (language: string) => Words;
  readonly raise: (
    tx: Transaction,
    notice: { readonly kind: News; readonly about: string; readonly organisation: string },
    now: Date,
  ) => Promise<boolean>;
}
