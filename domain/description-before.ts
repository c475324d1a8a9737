import type { Message } from '../contract/types.ts';

type Said = Pick<Message, 'id' | 'purpose' | 'body'>;

/**
 * The description of a request as it stood before the message of this id, after all without one: what was sent first stays, and each correction
 * takes the place of the one before. `said` is in the order of sending.
 */
export function descriptionBefore(description: string, said: readonly Said[], id?: string): string {
  const at = said.findIndex((one) => one.id === id);
  const earlier = at < 0 ? said : said.slice(0, at);
  return earlier.findLast(({ purpose }) => purpose === 'correction')?.body ?? description;
}
