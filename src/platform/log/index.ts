export { createLog, SILENT, LEVELS, type Log } from './log.ts';
