import type { Context } from '../../../platform/context.ts';
import type { Reader } from '../../../platform/database/index.ts';
import type { Request } from '../../../platform/http/index.ts';
import type { Saying, Words } from '../../../plain/words.ts';
import type { Frame } from '../../../ui/index.ts';
import type { NamesOf, Taken, Taking } from '../../cooperations/index.ts';
import type { SigningWays } from '../proof-of-device.ts';
import type { Post } from '../tell-partners.ts';
import type { ToldList } from '../told-list.ts';

/** What the pages of agreements are handed in. */
export interface AgreementPages extends Post {
  readonly frame: (c: Request) => Promise<Frame>;
  /** `https://netz.example.org` */
  readonly origin: string;
  readonly namesOf: NamesOf;
  readonly signingWays: (db: Reader, account: string) => Promise<SigningWays>;
  /** The languages that organisations say they speak. */
  readonly languagesOf: (db: Reader, organisations: readonly string[]) => Promise<readonly string[]>;
  /** The amount in cents that a cooperation was asked with; null where none was. */
  readonly moneyOffered: (db: Reader, cooperation: string) => Promise<number | null>;
  /** Null when this is the passphrase of whoever is here; otherwise what is wrong with it. */
  readonly confirmPassphrase: (ctx: Context, passphrase: string) => Promise<Saying | null>;
  /** What every area gives a partner of a cooperation to take along. */
  readonly takings: readonly Taking[];
  /** The lists of what was taken along, in words; empty ones left out. */
  readonly tellTaken: (words: Words, parts: Taken) => readonly ToldList[];
  /** Folder for files on their way in. */
  readonly uploads: string;
}
