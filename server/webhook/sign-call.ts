import { createHmac } from 'node:crypto';

interface Call {
  id: string;
  atMs: number;
  body: string;
}

/** Signs a call by Standard Webhooks. The time is signed too, so that nobody can play an old call again. */
export function signCall(key: Uint8Array, { id, atMs, body }: Call): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
