import { randomUUID } from 'node:crypto';
import { Client, type Dispatcher } from 'undici';
import { submission } from '../../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import { citizenIdOf, secretOf } from './seed-citizens.ts';

export interface Load {
  call: keyof typeof CALLS;
  ports: number[];
  citizens: number;
  atOnce: number;
  lastsMs: number;
}

export interface Sent {
  /** How long each call took, in ms. */
  times: number[];
  perSecond: number;
  /** Bytes of the bodies in both directions. */
  bytes: number;
}

const BODY = JSON.stringify(submission());
/** A prime, so that neighbours in time are not neighbours on the disk. */
const STRIDE = 7919;

const CALLS = {
  submit: () => {
    const id = randomUUID();
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `"${id}:1"` };
    return { method: 'PUT', path: `/requests/${id}`, headers, body: BODY };
  },
  feed: () => ({ method: 'GET', path: '/changes?limit=20' }),
} satisfies Record<string, () => Dispatcher.RequestOptions>;

/** Sends as many citizens, one after the other, each caller by a connection that stays open like a browser's. */
export async function send({ call, ports, citizens, atOnce, lastsMs }: Load): Promise<Sent> {
  const times: number[] = [];
  let bytes = 0;
  const begun = performance.now();
  async function callAgainAndAgain(caller: number): Promise<void> {
    const client = new Client(`http://127.0.0.1:${ports[caller % ports.length]}`);
    for (let n = caller; performance.now() - begun < lastsMs; n += atOnce) {
      const who = (n * STRIDE) % citizens;
      const id = citizenIdOf(who);
      const session = { Cookie: `eclic-session=${id}.${secretOf(who)}`, 'X-Citizen': id };
      const next: Dispatcher.RequestOptions = CALLS[call]();
      const start = performance.now();
      const path = API_BASE_PATH + next.path;
      const answer = await client.request({ ...next, path, headers: { ...session, ...next.headers } });
      bytes += String(next.body ?? '').length + (await answer.body.arrayBuffer()).byteLength;
      times.push(performance.now() - start);
      // A call that fails fast must not be counted as fast.
      if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode}`);
    }
    await client.close();
  }
  await Promise.all(Array.from({ length: atOnce }, (_, caller) => callAgainAndAgain(caller)));
  return { times, bytes, perSecond: (times.length * 1000) / (performance.now() - begun) };
}
