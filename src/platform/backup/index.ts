export { backUp, findBackups, pruneBackups, type Backup } from './back-up.ts';
export { clear, fill, isEmpty, verifyBackup } from './restore.ts';
export { isRecipient, makeKey } from './seal.ts';
