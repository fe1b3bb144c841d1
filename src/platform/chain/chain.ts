import { createHash } from 'node:crypto';
import { canonical } from '../../plain/json.ts';

/** One thing that was done. `about` is a reference (`subject/…`, `field:street`), never what somebody typed. */
export interface Note {
  readonly number: number;
  readonly at: Date;
  /** A verb of the domain in the past: `protected.read`, `role.ended`. */
  readonly act: string;
  /** The role in which it was done: `coordination`, `organisation`, `link`, `system`. */
  readonly byRole: string;
  readonly about: string;
}

export interface ChainedNote extends Note {
  readonly formerHash: string;
  readonly hash: string;
}

/** What stands before the first note. */
export const ROOT_HASH = '0'.repeat(64);

/** SHA-256 (hex) over the hash of the note before and the note in canonical JSON. */
export function hashOfNote(chain: string, formerHash: string, { number, at, act, byRole, about }: Note): string {
  const text = canonical([chain, formerHash, number, at.toISOString(), act, byRole, about]);
  return createHash('sha256').update(text).digest('hex');
}
