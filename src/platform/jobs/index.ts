export { openJobs, type JobData, type JobHandler, type Jobs } from './jobs.ts';
export { prepareJobs } from './boss.ts';
