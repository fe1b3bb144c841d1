import { createHash } from 'node:crypto';
import { canonical } from '../../plain/json.ts';
import type { Claim } from '../claims/index.ts';

/**
 * What somebody has looked at, in few signs: it changes whenever a fact that strangers are shown is said, changed or
 * taken away, and not when somebody stands by one. An answer carries it, so that nobody confirms what they never saw.
 */
export function seenOf(shown: readonly Pick<Claim, 'field' | 'language' | 'value'>[]): string {
  const facts = shown.map(({ field, language, value }) => canonical([field, language, value])).toSorted();
  return createHash('sha256').update(facts.join('\0')).digest('base64url').slice(0, 22);
}
