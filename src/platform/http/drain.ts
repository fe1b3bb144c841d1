import type { Request } from './env.ts';

const MOST_BYTES = 1024 * 1024 * 1024;
const LONGEST_MS = 60_000;

/**
 * Reads on and throws away, within bounds. A browser shows the answer to an upload only once it
 * has sent everything: closing the connection would show "connection reset" instead of our page.
 */
export function drain(c: Request): void {
  const incoming = c.env?.incoming;
  if (incoming === undefined || incoming.readableEnded || incoming.destroyed) return;
  let bytes = 0;
  const hangUp = () => incoming.destroy();
  const timer = setTimeout(hangUp, LONGEST_MS);
  timer.unref();
  incoming.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) hangUp();
  });
  incoming.once('close', () => clearTimeout(timer));
  incoming.once('end', () => clearTimeout(timer));
  incoming.on('error', hangUp);
  incoming.resume();
}
