import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import type { Journal, Operation } from '../memory-store.ts';

/** Opens a journal in which one line is one transaction. A line without its end was being written when the process died: its transaction never happened. */
export function openJournal(path: string): Journal {
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
