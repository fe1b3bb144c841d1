export { createLog, SILENT, LEVELS, type Facts, type Level, type Log, type LogOptions } from './log.ts';
export { describeError, type ErrorNote } from './describe-error.ts';
