import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { lookIntoFile } from '../../domain/file-look.ts';
import type { FoundInside } from '../../domain/inspected-file.ts';

/** Inspects the pieces of a file one after the other. Between two pieces other work of the process goes on. */
export async function lookInside(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<FoundInside> {
  const hash = createHash('sha256');
  const look = lookIntoFile();
  for await (const piece of pieces) {
    hash.update(piece);
    look.lookAt(piece);
    await nextTurn();
  }
  return { ...look.seen(), sha256: hash.digest('hex') };
}
