import { randomUUID } from 'node:crypto';
import { Client, type Dispatcher } from 'undici';
import { submission } from '../../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import type { Sender } from '../../server/testing/lasting-load.ts';

interface Load {
  ports: readonly number[];
  senders: readonly Sender[];
  atOnce: number;
  lastsMs: number;
}

/** A prime, so that neighbours in time are not neighbours on the disk. */
const STRIDE = 7919;

const BODY = JSON.stringify(submission());

export const CALLS = {
  submit() {
    const id = randomUUID();
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `"${id}:1"` };
    return { method: 'PUT', path: `${API_BASE_PATH}/requests/${id}`, headers, body: BODY };
  },
  feed: () => ({ method: 'GET', path: `${API_BASE_PATH}/changes?limit=20` }),
} satisfies Record<string, () => Dispatcher.RequestOptions>;

/** Returns how long each call took in ms, how many there were a second, and how many bytes their bodies had in both directions. */
export async function send(call: () => Dispatcher.RequestOptions, load: Load) {
  const { ports, senders, atOnce, lastsMs } = load;
  const times: number[] = [];
  let bytes = 0;
  const begun = performance.now();
  /** Each caller keeps its connection open, like a browser. */
  async function callAgainAndAgain(caller: number): Promise<void> {
    const client = new Client(`http://127.0.0.1:${ports[caller % ports.length]}`);
    for (let n = caller; performance.now() - begun < lastsMs; n += atOnce) {
      const next = call();
      const sender = senders[(n * STRIDE) % senders.length];
      const start = performance.now();
      const answer = await client.request({ ...next, headers: { ...sender, ...next.headers } });
      bytes += String(next.body ?? '').length + (await answer.body.arrayBuffer()).byteLength;
      times.push(performance.now() - start);
      // A call that fails fast must not be counted as fast.
      if (answer.statusCode >= 300) throw new Error(`${next.path}: ${answer.statusCode}`);
    }
    await client.close();
  }
  await Promise.all(Array.from({ length: atOnce }, (_, caller) => callAgainAndAgain(caller)));
  return { times, bytes, perSecond: (times.length * 1000) / (performance.now() - begun) };
}
