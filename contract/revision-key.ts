import { malformed } from './problem.ts';

const KEY = /^"?([0-9a-f-]{36}):([1-9][0-9]{0,9})"?$/i;

/** The revision that the `Idempotency-Key` names; it must be a key of this very resource. Throws the refusal. */
export function readRevision(headers: Headers, id: string): number {
  const [, keyId, revision] = KEY.exec(headers.get('Idempotency-Key') ?? '') ?? [];
  if (keyId !== id) throw malformed();
  return Number(revision);
}
