import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ByteHome, createMemoryStore } from '../memory-store.ts';
import type { Store } from '../store.ts';
import { openJournal } from './journal.ts';

/**
 * Makes a store that outlives its process, even one that is killed at any instant: the rows are in a journal, the bytes in files of their own. It is made
 * neither for a loss of power nor for two processes at once.
 */
export function createFolderStore(folder: string): Store {
  const bytesFolder = join(folder, 'bytes');
  mkdirSync(bytesFolder, { recursive: true });
  return createMemoryStore(openJournal(join(folder, 'journal.ndjson')), createByteFolder(bytesFolder));
}

function createByteFolder(folder: string): ByteHome {
  return {
    get(key) {
      try {
        return readFileSync(join(folder, key));
      } catch {
        return undefined;
      }
    },
    put(key, bytes) {
      // A file of this name has all its bytes, or does not exist.
      const path = join(folder, key);
      writeFileSync(`${path}.part`, bytes);
      renameSync(`${path}.part`, path);
    },
    remove(key) {
      rmSync(join(folder, key), { force: true });
    },
    keys: () => readdirSync(folder),
  };
}
