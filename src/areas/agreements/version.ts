import { hashOf } from '../../plain/json.ts';
import type { Day } from '../../plain/time.ts';
import { withChanges, type AgreementText, type Change } from './text.ts';

/** A change as it was taken over: who proposed it, and who said yes. */
export interface AcceptedChange extends Change {
  readonly proposal: string;
  readonly by: string;
  readonly acceptedBy: readonly string[];
}

/** One version of an agreement. `former` is the hash of the version before, null for the first. */
export interface Version {
  readonly agreement: string;
  readonly number: number;
  readonly former: string | null;
  readonly day: Day;
  readonly changes: readonly AcceptedChange[];
  readonly text: AgreementText;
}

/** SHA-256 (hex) over the version in canonical JSON (RFC 8785). This is what a signature signs. */
export function hashOfVersion(version: Version): string {
  return hashOf(version);
}

/** Where a history of versions breaks: the version, and what is wrong with it. */
export interface Break {
  readonly number: number;
  readonly why: 'hash' | 'number' | 'former' | 'changes';
}

/**
 * Whether versions, oldest first, follow from each other: each has the hash that is claimed for it, follows the one
 * before, and its text is the text before with its changes. The first break, or null.
 */
export function firstBreak(history: readonly { readonly version: Version; readonly hash: string }[]): Break | null {
  let former: { readonly version: Version; readonly hash: string } | null = null;
  for (const one of history) {
    const why = breakOf(one, former);
    if (why !== null) return { number: one.version.number, why };
    former = one;
  }
  return null;
}

function breakOf(
  { version, hash }: { readonly version: Version; readonly hash: string },
  former: { readonly version: Version; readonly hash: string } | null,
): Break['why'] | null {
  if (hashOfVersion(version) !== hash) return 'hash';
  if (version.number !== (former?.version.number ?? 0) + 1) return 'number';
  if (version.former !== (former?.hash ?? null)) return 'former';
  const before = { ...version.text, paragraphs: former?.version.text.paragraphs ?? [] };
  const after = withChanges(before, version.changes);
  return after !== null && hashOf(after) === hashOf(version.text) ? null : 'changes';
}
