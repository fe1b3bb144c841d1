import type { Context } from '../../../platform/context.ts';
import type { Reader } from '../../../platform/database/index.ts';
import type { Request } from '../../../platform/http/index.ts';
import type { Saying, Words } from '../../../plain/words.ts';
import type { Frame } from '../../../ui/index.ts';
import type { Taken, Taking } from '../../cooperations/index.ts';
import type { SigningWays } from '../proof-of-device.ts';
import type { FindMailboxes } from '../tell-partners.ts';
import type { ToldList } from '../told-list.ts';

/** What the pages of agreements are handed in. */
export interface AgreementPages {
  readonly frame: (c: Request) => Promise<Frame>;
  /** `https://netz.example.org` */
  readonly origin: string;
  /** The names of organisations as this reader may know them; whoever is not in the map has none. */
  readonly namesOf: (
    db: Reader,
    organisations: readonly string[],
    words: Words,
  ) => Promise<ReadonlyMap<string, string>>;
  /** Words of a language, for paper in several; for one that the interface does not speak, those of German. */
  readonly wordsIn: (language: string) => Words;
  readonly signingWays: (db: Reader, account: string) => Promise<SigningWays>;
  /** Null when this is the passphrase of whoever is here; otherwise what is wrong with it. */
  readonly confirmPassphrase: (ctx: Context, passphrase: string) => Promise<Saying | null>;
  /** Where an organisation reads mail, and in which language; never to be shown. */
  readonly findMailboxes: FindMailboxes;
  /** What every area gives a partner of a cooperation to take along. */
  readonly takings: readonly Taking[];
  /** The lists of what was taken along, in words; empty ones left out. */
  readonly tellTaken: (words: Words, parts: Taken) => readonly ToldList[];
  /** Folder for files on their way in. */
  readonly uploads: string;
}
