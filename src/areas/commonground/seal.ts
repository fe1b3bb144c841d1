import { randomBytes } from 'node:crypto';
import { sealWords } from '../../platform/secret/index.ts';

/** What makes somebody the same person in one conversation: chance, kept by their own browser only. */
export function newMark(): string {
  return randomBytes(24).toString('base64url');
}

/** Whether it could be one of ours, as a form brings it back. */
export function isMark(text: string): boolean {
  return /^[\w-]{32}$/.test(text);
}

/** Under what a ballot is kept. Without the mark and the secret of the installation nobody can make it. */
export function ballotKey(conversation: string, mark: string): string {
  return sealWords('ballot', `${conversation} ${mark}`);
}

export function sealCode(conversation: string, code: string): string {
  return sealWords('paper-code', `${conversation} ${code}`);
}
