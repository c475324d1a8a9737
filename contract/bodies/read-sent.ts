import type { GenericSchema } from 'valibot';
import { malformed } from '../problem.ts';
import { isId, readBody } from './bodies.ts';

const KEY = /^"?([0-9a-f-]{36}):([1-9][0-9]{0,9})"?$/i;

interface Sent<Content> {
  id: string;
  revision: number;
  content: Content;
}

/**
 * Reads what a device sends under an id of its own. Returns a function that returns it, or throws what is wrong with it. The `Idempotency-Key` names the
 * revision and must be a key of this very id.
 */
export async function readSent<Content>(
  request: Request,
  schema: GenericSchema<Content>,
): Promise<(id: string) => Sent<Content>> {
  const body = await readBody(request, schema);
  return (id) => {
    const [, keyId, revision] = KEY.exec(request.headers.get('Idempotency-Key') ?? '') ?? [];
    if (!isId(id) || keyId !== id) throw malformed();
    return { id, revision: Number(revision), content: body() };
  };
}
