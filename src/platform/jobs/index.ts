export { openJobs, type Jobs } from './jobs.ts';
export { prepareJobs } from './boss.ts';
