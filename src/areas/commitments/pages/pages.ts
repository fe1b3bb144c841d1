import { NotFoundError } from '../../../platform/errors.ts';
import { keepNowhere, type Request } from '../../../platform/http/index.ts';
import { organisationsOf } from '../../../plain/actor.ts';
import type { Frame } from '../../../ui/index.ts';
import type { NamesOf } from '../../cooperations/index.ts';
import type { Work } from '../work.ts';

/** What the pages of commitments are handed in. */
export interface CommitmentPages extends Work {
  readonly frame: (c: Request) => Promise<Frame>;
  /** `https://netz.example.org` */
  readonly origin: string;
  readonly namesOf: NamesOf;
}

/** The organisations that the reader speaks for. For everybody else these pages are not there. */
export function ownOrganisations(c: Request): readonly string[] {
  const own = organisationsOf(c.var.actor);
  if (own.length === 0) throw new NotFoundError();
  keepNowhere(c);
  return own;
}
