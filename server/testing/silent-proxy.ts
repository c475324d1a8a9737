import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

export interface SilentProxy {
  /** Of the same database, by way of it. */
  url: string;
  /** Of the connections that there are nothing comes through any more, and nobody is told; with `newOnes` of later ones neither. */
  goSilent(which?: 'newOnes'): void;
  stop(): Promise<void>;
}

/** Between the server and a cluster that listens in a folder: what a firewall does that has forgotten its connections, and a machine that is gone. */
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
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  place.searchParams.delete('host');
  place.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
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
