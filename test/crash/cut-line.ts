import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The line between a house and its database, which can be cut and mended. */
export interface CutLine {
  readonly port: number;
  /** Breaks every connection and lets none come through. */
  cut(): Promise<void>;
  /** Lets nothing pass, but breaks nothing: as if the other side were asleep. */
  freeze(): void;
  /** Lets everything pass again. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function openLine(to: number): Promise<CutLine> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isFrozen = false;
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    near.on('data', (bytes: Buffer) => far.write(bytes));
    far.on('data', (bytes: Buffer) => near.write(bytes));
    if (isFrozen) for (const socket of pair) socket.pause();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
    await closed;
  };
  return {
    port,
    cut,
    freeze() {
      isFrozen = true;
      for (const socket of [...pairs].flat()) socket.pause();
    },
    async mend() {
      isFrozen = false;
      for (const socket of [...pairs].flat()) socket.resume();
      if (server.listening) return;
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    close: cut,
  };
}
