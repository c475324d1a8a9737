import { problem } from '../contract/problem.ts';
import type { Call } from './call.ts';

/** Whether this very thing has been done already; the same key for other content is refused. */
export async function isDoneAlready(
  { tx }: Call,
  citizenId: string,
  key: string,
  contentHash: string,
): Promise<boolean> {
  const known = await tx.get('idempotencyKeys', `${citizenId}/${key}`);
  if (known && known.contentHash !== contentHash) throw problem('key-reused');
  return known !== undefined;
}

/** In the transaction of the effect, or an answer lost in between would make two. */
export async function keepKey(
  { tx }: Call,
  citizenId: string,
  key: string,
  contentHash: string,
): Promise<void> {
  await tx.put('idempotencyKeys', `${citizenId}/${key}`, { contentHash });
}
