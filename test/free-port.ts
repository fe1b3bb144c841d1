import { createServer } from 'node:net';

/** Below those that a system gives to connections by itself: nobody gets it until somebody listens on it. */
const FIRST = 20_000;
const COUNT = 12_000;

/** Processes that search at the same time begin at places of their own. */
let place = (process.pid * 61) % COUNT;

/** A port for a program that has to know its own before it listens. */
export async function freePort(): Promise<number> {
  place = (place + 1) % COUNT;
  const port = FIRST + place;
  const probe = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, () => resolve(true));
  });
  if (!isFree) return freePort();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
