import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Log } from '../platform/log/index.ts';
import type { Config } from './config.ts';

/** Anything that answers requests: the app of Hono. */
export interface Web {
  fetch(request: Request, env: object): Response | Promise<Response>;
}

export interface Serving {
  /** Where it really listens: port 0 lets the system choose. */
  readonly port: number;
  /** Takes no more requests, lets the running ones finish, then those who hang are cut off. */
  close(withinMs?: number): Promise<void>;
}

/** A slow line may take its time with a list; a form of many hours is no form. */
const REQUEST_MS = 30 * 60_000;

/** Starts to listen. Rejects with a sentence for the terminal when the port is taken. */
export async function serve(web: Web, { port }: Pick<Config, 'port'>): Promise<Serving> {
  // The body of a refused upload is read to its end by `platform/http`, so that browsers show the page.
  const answer = getRequestListener((request, env) => web.fetch(request, env), { autoCleanupIncoming: false });
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: 30_000 }, (incoming, outgoing) => {
    void answer(incoming, outgoing);
  });
  server.listen(port);
  await listening(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: (withinMs = 5_000) => close(server, withinMs),
  };
}

async function listening(server: Server, port: number): Promise<void> {
  try {
    await once(server, 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EADDRINUSE')
      throw new PortError(
        `Der Anschluss ${port} ist belegt. Nimm einen anderen, zum Beispiel: PORT=${port + 1} npm start`,
      );
    if (error.code === 'EACCES')
      throw new PortError(`Der Anschluss ${port} ist gesperrt. Nimm einen ab 1024, zum Beispiel: PORT=3000 npm start`);
    throw error;
  }
}

/** The port cannot be had; the message says what to do. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

async function close(server: Server, withinMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection whose request has just been answered would stay open for the next one.
  const sweep = setInterval(() => server.closeIdleConnections(), 25);
  const hurry = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(hurry);
}

/** Something that has to be brought to an end, in the order of the list. */
export interface Ending {
  readonly name: string;
  end(): Promise<void>;
}

/** What may pass between the signal and the end; whoever started us usually kills after ten seconds. */
const LEAVE_WITHIN_MS = 9_500;

/**
 * Ends the process in order when it is asked to (SIGTERM, SIGINT): stop accepting, finish what was
 * accepted, then database and lock. A second signal ends it at once.
 */
export function leaveOnSignal(endings: readonly Ending[], log: Log): void {
  let leaving = false;
  const leave = () => {
    if (leaving) process.exit(1);
    leaving = true;
    void endWithin(endings, log).then((clean) => process.exit(clean ? 0 : 1));
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
}

/** EX_TEMPFAIL of sysexits.h: what is wrong lies outside, and whoever started us starts us again. */
export const AWAY = 75;

/** Ends the process in order when its database has ended by itself: only a new process can open it again. */
export function leaveWhenStopped(
  stopped: Promise<void>,
  endings: readonly Ending[],
  log: Log,
  exit: (code: number) => void = (code) => process.exit(code),
): void {
  void stopped
    .then(() => {
      log.error('the embedded database has stopped');
      return endWithin(endings, log);
    })
    .then(() => exit(AWAY));
}

/** Whether all came to an end cleanly and in time. */
async function endWithin(endings: readonly Ending[], log: Log): Promise<boolean> {
  const hurry = new AbortController();
  const late = wait(LEAVE_WITHIN_MS, null, { signal: hurry.signal, ref: false }).catch(() => null);
  const clean = await Promise.race([bringToAnEnd(endings, log), late]);
  hurry.abort();
  if (clean === null) log.error('leaving took too long');
  return clean === true;
}

/** One that fails does not keep the others from ending. */
export async function bringToAnEnd(endings: readonly Ending[], log: Log): Promise<boolean> {
  let clean = true;
  for (const ending of endings) {
    try {
      await ending.end();
    } catch (error) {
      clean = false;
      log.error('ending failed', { event: ending.name, error });
    }
  }
  return clean;
}
