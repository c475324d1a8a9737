import { randomUUID } from 'node:crypto';
import { Client, type Dispatcher } from 'undici';
import { submission } from '../../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import type { Prepare } from './load.ts';
import { citizenIdOf, secretOf } from './seed-citizens.ts';

const BODY = JSON.stringify(submission());
/** A prime, so that neighbours in time are not neighbours on the disk. */
const STRIDE = 7919;

/** Sends as many citizens, one after the other, each caller by a connection that stays open like a browser's. */
function byMany(next: () => Dispatcher.RequestOptions): Prepare {
  return async ({ ports, citizens }, sent) =>
    (caller) => {
      const client = new Client(`http://127.0.0.1:${ports[caller % ports.length]}`);
      return async (n) => {
        const who = (n * STRIDE) % citizens;
        const id = citizenIdOf(who);
        const session = { Cookie: `eclic-session=${id}.${secretOf(who)}`, 'X-Citizen': id };
        const { headers, path, body = '', ...call } = next();
        const asked = { ...call, path: API_BASE_PATH + path, body, headers: { ...session, ...headers } };
        const answer = await client.request(asked);
        sent.bytes += String(body).length + (await answer.body.arrayBuffer()).byteLength;
        // A call that fails fast must not be counted as fast.
        if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode}`);
      };
    };
}

export const LOADS_OF_MANY: Readonly<Record<string, Prepare>> = {
  submit: byMany(() => {
    const id = randomUUID();
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `"${id}:1"` };
    return { method: 'PUT', path: `/requests/${id}`, headers, body: BODY };
  }),
  feed: byMany(() => ({ method: 'GET', path: '/changes?limit=20' })),
};
