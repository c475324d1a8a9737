import { chmodSync, mkdirSync, statSync } from 'node:fs';

export const OWNER_ALONE = 0o600;
const NOBODY_ELSE_ENTERS = 0o700;
/** The mode of folders such as `/tmp`, in which everybody has something. */
const STICKY = 0o1000;

/**
 * Makes a folder its owner's alone, whatever the modes of the files in it: the embedded database lets everybody read its files. Closes a folder that exists
 * already, too. Returns a sentence when it cannot.
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
