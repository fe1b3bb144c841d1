export { backUp, findBackups, pruneBackups, type Backup } from './back-up.ts';
export { clear, fill, finishFilling, isEmpty, isUnfinished, verifyBackup } from './restore.ts';
export { isRecipient, makeKey } from './seal.ts';
