import type { FrozenAttachment } from '../../db/core/schema.ts';

/** How many bytes of each file have gone; they go one after the other. */
export function sentOfEach(files: readonly Pick<FrozenAttachment, 'size'>[], sentBytes: number): number[] {
  let left = sentBytes;
  return files.map(({ size }) => {
    const sent = Math.min(Math.max(left, 0), size);
    left -= size;
    return sent;
  });
}
