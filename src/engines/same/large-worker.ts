import { parentPort } from 'node:worker_threads';
import { newWork, type News, type Task } from './work.ts';

const work = newWork();

parentPort?.on('message', (task: News | Task) => {
  const answer = work(task);
  if (answer !== null) parentPort?.postMessage(answer);
});
