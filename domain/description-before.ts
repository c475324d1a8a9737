import type { Message } from '../contract/types.ts';

type Said = Pick<Message, 'id' | 'purpose' | 'body'>;

/**
 * Returns the description of a request as it stood before the message `id`, or after all messages without an `id`. The submitted description itself never
 * changes: each correction is read in place of the one before. `said` is in the order of sending.
 */
export function descriptionBefore(description: string, said: readonly Said[], id?: string): string {
  const at = said.findIndex((one) => one.id === id);
  const earlier = at < 0 ? said : said.slice(0, at);
  return earlier.findLast(({ purpose }) => purpose === 'correction')?.body ?? description;
}
