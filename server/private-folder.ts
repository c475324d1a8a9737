import { chmodSync, mkdirSync, statSync } from 'node:fs';

export const OWNER_ALONE = 0o600;
const NOBODY_ELSE_ENTERS = 0o700;
/** Of folders such as `/tmp`, in which everybody has something. */
const STICKY = 0o1000;

/**
 * What is below is its owner's alone, whatever the modes of its files: the embedded database gives its own to everybody to read. One of before is
 * closed too. Answers a sentence where it cannot be.
 */
export function keepPrivate(folder: string): string | null {
  mkdirSync(folder, { recursive: true, mode: NOBODY_ELSE_ENTERS });
  if (statSync(folder).mode & STICKY) return `${folder} is everybody’s. Choose a folder of its own.`;
  try {
    chmodSync(folder, NOBODY_ELSE_ENTERS);
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    return `${folder} is somebody else’s, and others may read what is in it. Make it the own folder of whoever runs this.`;
  }
}
