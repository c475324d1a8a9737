import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Systems use no port of this range for outgoing connections; one of those could take the port before the test does. */
const [FIRST, END] = [20_000, 32_000];

export async function findFreePort(): Promise<number> {
  const port = randomInt(FIRST, END);
  return (await isFree(port)) ? port : findFreePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
