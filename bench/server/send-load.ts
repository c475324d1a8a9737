import { CALLS, type Kind } from './calls.ts';
import { type Connection, openConnection } from './connection.ts';

export interface Load {
  ports: number[];
  kind: Kind;
  citizens: number;
  atOnce: number;
  lastsMs: number;
}

export interface Measured {
  /** How long each took, in ms. */
  times: number[];
  /** From the first that began to the last that ended. */
  tookMs: number;
  bytes: number;
}

/** In a process of its own, so that the server's is its own too: so many callers, each with a connection, one call after the other. */
async function sendLoad({ ports, kind, citizens, atOnce, lastsMs }: Load): Promise<Measured> {
  const begun = performance.now();
  const times: number[] = [];
  let bytes = 0;
  async function callOn(connection: Connection, first: number): Promise<void> {
    for (let n = first; performance.now() - begun < lastsMs; n += atOnce) {
      const start = performance.now();
      await CALLS[kind](connection, n % citizens);
      times.push(performance.now() - start);
    }
    bytes += connection.bytes();
    connection.close();
  }
  const callers = Array.from({ length: atOnce }, (_, index) =>
    callOn(openConnection(ports[index % ports.length] ?? 0), index),
  );
  await Promise.all(callers);
  return { times, tookMs: performance.now() - begun, bytes };
}

process.on('message', async (load: Load) => process.send?.(await sendLoad(load)));
process.on('disconnect', () => process.exit());
