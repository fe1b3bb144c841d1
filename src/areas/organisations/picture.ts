import { createHash } from 'node:crypto';
import type { Scope } from '../../plain/scope.ts';

/** The one picture or logo that an organisation shows, without its bytes. */
export interface Picture {
  /** The last part of its address: says nothing, and changes with the picture. */
  readonly name: string;
  readonly scope: Scope;
  /** What is to be seen on it, for those who do not see it. */
  readonly alternative: string;
  readonly language: string;
  readonly width: number;
  readonly height: number;
}

export const LONGEST_ALTERNATIVE = 300;

const NAME_SIGNS = 32;

/** The organisation goes into it, so that the same picture elsewhere does not have the same name. */
export function pictureName(organisation: string, bytes: Uint8Array): string {
  return createHash('sha256').update(organisation).update(bytes).digest('hex').slice(0, NAME_SIGNS);
}

export function isPictureName(text: string): boolean {
  return text.length === NAME_SIGNS && /^[0-9a-f]+$/.test(text);
}
