import { openConnection } from './connection.ts';
import { LOADS_OF_ONE } from './loads-of-one.ts';

export interface AskedLoad {
  index: number;
  port: number;
  headers: Record<string, string>;
}

/** In a process of its own, until it is ended: says `ready` when all is there, and begins when it is told to. */
async function sendLoad({ index, port, headers }: AskedLoad): Promise<void> {
  const load = LOADS_OF_ONE[index];
  if (!load) throw new Error(`There is no load ${index}`);
  const send = await load.prepare({ port, headers, connection: openConnection(port) });
  process.once('message', () => {
    for (let n = 0; n < load.atOnce; n += 1) void goOn(send);
  });
  process.send?.('ready');
}

async function goOn(send: () => Promise<unknown>): Promise<never> {
  for (;;) {
    await send();
    // What is refused at once would otherwise be asked for as fast as the machine can.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

process.once('message', (asked: AskedLoad) => void sendLoad(asked));
process.on('disconnect', () => process.exit());
