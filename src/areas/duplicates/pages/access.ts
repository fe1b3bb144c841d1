import { NotFoundError } from '../../../platform/errors.ts';
import { context, keepNowhere, type Request } from '../../../platform/http/index.ts';
import { isKeeper } from '../../../plain/actor.ts';
import type { Frame } from '../../../ui/index.ts';
import type { Reader } from '../../../platform/database/index.ts';
import type { Register, SubjectKind } from '../../claims/index.ts';
import type { MergeContext } from '../context.ts';

/** What the pages of asking and judging are handed in. */
export interface DuplicatePages extends Pick<MergeContext, 'register' | 'references' | 'isHeld'> {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly register: Register;
  /** Where an entry has its page. */
  readonly pathOf: (kind: SubjectKind, subject: string) => string;
  /** What lists are called, by their ids. */
  readonly titlesOf: (db: Reader, lists: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Goes through the register anew, soon. */
  readonly search: () => Promise<void>;
}

export const DUPLICATES_PATH = '/dasselbe';
export const JUDGEMENTS_PATH = '/dasselbe/urteile';
export const TALKS_PATH = '/dasselbe/gespraeche';

/** These pages are there for those who look after the network. */
export function keepersOnly(c: Request): void {
  keepNowhere(c);
  if (!isKeeper(c.var.actor)) throw new NotFoundError();
}

/** What verbs need, for whoever asks. */
export function merging(c: Request, { register, references, isHeld }: DuplicatePages): MergeContext {
  return { ...context(c), register, references, isHeld };
}
