import { createECDH, sign } from 'node:crypto';
import { encrypt } from 'http_ece';
import type { PushSubscription } from '../../contract/types.ts';
import type { PushKey } from './push-key.ts';

export type Addressee = Pick<PushSubscription, 'endpoint' | 'keys'>;

export interface Sender {
  key: PushKey;
  /** An address of the web at which a push service may ask about us. */
  subject: string;
  nowMs: number;
}

/** How long a push service keeps a message that it cannot deliver, as to a phone that is switched off. */
const KEPT_FOR_S = 7 * 86_400;
/** RFC 8292 lets a token last for a day at most. */
const TOKEN_LASTS_S = 12 * 3600;
/** All messages are padded to this length: not even their length tells what they say. */
const PADDED_TO_BYTES = 1024;
/** A message that is not delivered yet is replaced by the next one of this topic. */
const TOPIC = 'news';

/** Returns the call of RFC 8030 that lets one browser show a message. Throws when the browser's keys are no keys. */
export function writePushCall(sender: Sender, { endpoint, keys }: Addressee, message: string): RequestInit {
  const text = Buffer.from(message);
  const privateKey = createECDH('prime256v1');
  privateKey.generateKeys();
  const body = encrypt(text, {
    version: 'aes128gcm',
    privateKey,
    dh: keys.p256dh,
    authSecret: keys.auth,
    pad: Math.max(0, PADDED_TO_BYTES - text.length),
  });
  return {
    method: 'POST',
    headers: {
      Authorization: `vapid t=${writeToken(sender, endpoint)}, k=${sender.key.publicKey}`,
      'Content-Encoding': 'aes128gcm',
      'Content-Type': 'application/octet-stream',
      TTL: String(KEPT_FOR_S),
      Topic: TOPIC,
      Urgency: 'normal',
    },
    body: new Uint8Array(body),
  };
}

/** Writes the token of RFC 8292, by which the push service knows that the sender is the one the browser subscribed with. */
function writeToken({ key, subject, nowMs }: Sender, endpoint: string): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(nowMs / 1000) + TOKEN_LASTS_S;
  const signed = `${encode({ typ: 'JWT', alg: 'ES256' })}.${encode({ aud: new URL(endpoint).origin, exp, sub: subject })}`;
  const signature = sign('sha256', Buffer.from(signed), { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}
