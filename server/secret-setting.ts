import * as v from 'valibot';
import { PROGRAM } from './how-to-call.ts';

export const SECRET_BYTES = 32;
/** Random secrets have fewer different bytes than this less than once in a billion billion times. */
const DIFFERENT_BYTES_MIN = 12;

const HOW = `${SECRET_BYTES} random bytes in base64, as «openssl rand -base64 ${SECRET_BYTES}» writes them`;
export const SECRET_SENTENCE = `SECRET must be ${HOW}.`;

const bytes = (name: string) =>
  v.pipe(
    v.string(),
    v.transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
    v.check(({ length }) => length === SECRET_BYTES, `${name} must be ${HOW}.`),
  );

export const secretSettings = {
  SECRET: v.optional(
    v.pipe(
      bytes('SECRET'),
      v.check(
        (secret) => secret.length !== SECRET_BYTES || new Set(secret).size >= DIFFERENT_BYTES_MIN,
        `SECRET can be guessed: it must be ${HOW}. What is sealed with this one is given another by ${PROGRAM} rotate-secret.`,
      ),
    ),
  ),
  // The previous secret may be one that can be guessed: that is a reason to rotate it.
  SECRET_BEFORE: v.optional(bytes('SECRET_BEFORE')),
};
