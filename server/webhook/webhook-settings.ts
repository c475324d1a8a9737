import * as v from 'valibot';
import { url } from '../setting-kinds.ts';

export interface Webhook {
  url: string;
  /** The key that signs the calls. */
  key: Uint8Array;
}

const PREFIX = 'whsec_';
const KEY_MIN_BYTES = 24;
const KEY_MAX_BYTES = 64;
const KEY_SENTENCE = `WEBHOOK_SECRET must be ${PREFIX} and ${KEY_MIN_BYTES} to ${KEY_MAX_BYTES} random bytes in base64, as «openssl rand -base64 32» writes them.`;

const key = v.pipe(
  v.string(),
  v.startsWith(PREFIX, KEY_SENTENCE),
  v.transform((text) => new Uint8Array(Buffer.from(text.slice(PREFIX.length), 'base64'))),
  v.check((bytes) => bytes.length >= KEY_MIN_BYTES && bytes.length <= KEY_MAX_BYTES, KEY_SENTENCE),
);

const webhookUrl = v.pipe(
  url('WEBHOOK_URL', ['http:', 'https:']),
  v.check((text) => {
    if (!URL.canParse(text)) return true;
    const { username, password } = new URL(text);
    return username === '' && password === '';
  }, 'WEBHOOK_URL must have no user and no password: whoever is called knows by WEBHOOK_SECRET who calls.'),
);

export const webhookSettings = {
  WEBHOOK_URL: v.optional(webhookUrl),
  WEBHOOK_SECRET: v.optional(key),
};

type WebhookSettings = v.InferOutput<v.ObjectSchema<typeof webhookSettings, undefined>>;

export function judgeWebhook({ WEBHOOK_URL, WEBHOOK_SECRET }: WebhookSettings): string[] {
  if ((WEBHOOK_URL === undefined) === (WEBHOOK_SECRET === undefined)) return [];
  return ['WEBHOOK_URL and WEBHOOK_SECRET need each other: whoever is called has to know who calls.'];
}

/** Null: the server calls nobody. */
export function readWebhook({ WEBHOOK_URL, WEBHOOK_SECRET }: WebhookSettings): Webhook | null {
  return WEBHOOK_URL && WEBHOOK_SECRET ? { url: WEBHOOK_URL, key: WEBHOOK_SECRET } : null;
}
