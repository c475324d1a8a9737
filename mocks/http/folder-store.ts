import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type ByteHome, createMemoryStore, type Journal, type Operation } from '../memory-store.ts';
import type { Store } from '../store.ts';

/**
 * Makes a store that outlives its process, even one that is killed at any instant: the rows are in a journal, the bytes in files of their own. It is made
 * neither for a loss of power nor for two processes at once.
 */
export function createFolderStore(folder: string): Store {
  const bytesFolder = join(folder, 'bytes');
  mkdirSync(bytesFolder, { recursive: true });
  return createMemoryStore(openJournal(join(folder, 'journal.ndjson')), createByteFolder(bytesFolder));
}

/** Opens a journal in which one line is one transaction. A line without its end was being written when the process died: its transaction never happened. */
function openJournal(path: string): Journal {
  const operations = newestOf(readLines(path));
  rewrite(path, operations);
  const file = openSync(path, 'a');
  return {
    load: () => operations,
    append(transaction) {
      const { size } = fstatSync(file);
      try {
        writeFully(file, `${JSON.stringify(transaction)}\n`);
      } catch (error) {
        // After an error, as on a full disk, half a line would spoil the next one.
        ftruncateSync(file, size);
        throw error;
      }
    },
  };
}

function readLines(path: string): Operation[][] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Operation[]);
}

/** Keeps only the last operation on each row, and none on a row that was removed. */
function newestOf(transactions: readonly Operation[][]): Operation[] {
  const newest = new Map<string, Operation>();
  for (const operation of transactions.flat()) newest.set(`${operation.table}/${operation.key}`, operation);
  return [...newest.values()].filter(({ value }) => value !== undefined);
}

/** Writes the new journal beside the old one first, so that there is a whole journal at every instant. */
function rewrite(path: string, operations: readonly Operation[]): void {
  const file = openSync(`${path}.new`, 'w');
  for (const operation of operations) writeFully(file, `${JSON.stringify([operation])}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
}

function writeFully(file: number, line: string): void {
  let rest = Buffer.from(line);
  while (rest.length > 0) rest = rest.subarray(writeSync(file, rest));
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
