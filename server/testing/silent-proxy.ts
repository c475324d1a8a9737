import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';

export interface SilentProxy {
  /** The address of the same database through the proxy. */
  url: string;
  /** Stops all data on the open connections, without telling either side; with `newOnes` on later connections too. */
  goSilent(which?: 'newOnes'): void;
  stop(): Promise<void>;
}

/**
 * Starts a proxy between the server and a PostgreSQL that listens in a folder. It does what a firewall does that has forgotten its connections, or a machine
 * that is gone.
 */
export async function startSilentProxy(url: string): Promise<SilentProxy> {
  const place = new URL(url);
  const socketPath = join(place.searchParams.get('host') ?? '', '.s.PGSQL.5432');
  const open = new Set<[Socket, Socket]>();
  let isSilent = false;
  const silence = (socket: Socket) => void socket.removeAllListeners('data').on('data', () => {});
  const server = createServer((from) => {
    const to = connect(socketPath);
    const pair: [Socket, Socket] = [from, to];
    open.add(pair);
    from.on('data', (bytes) => to.write(bytes)).on('error', () => {});
    to.on('data', (bytes) => from.write(bytes)).on('error', () => {});
    from.on('close', () => to.destroy());
    to.on('close', () => {
      open.delete(pair);
      from.destroy();
    });
    if (isSilent) pair.forEach(silence);
  });
  place.searchParams.delete('host');
  place.host = `127.0.0.1:${await listenAnywhere(server)}`;
  return {
    url: place.href,
    goSilent(which) {
      isSilent = which === 'newOnes';
      for (const pair of open) pair.forEach(silence);
    },
    async stop() {
      for (const [from] of open) from.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
