import { hasLeft } from '../../../shared/page-leaving.ts';

/** The reasons why this device may not keep words. Of several, the page tells the first in this order. */
const TROUBLES = [
  /** A write was refused: the device is full, or its database broke. */
  'notSaved',
  /** A tab of an older build has the database open, and this build must upgrade it. */
  'blocked',
  /** Somebody emptied the database under the open page. */
  'wiped',
  /** The browser keeps nothing; a memory that lasts as long as the page took its place. */
  'memoryOnly',
  /** A newer build has changed the database under this page. */
  'outdated',
] as const;

export type StorageTrouble = (typeof TROUBLES)[number];

const present = new Set<StorageTrouble>();
/** Tables whose last write was refused. */
const refused = new Set<string>();
const listeners = new Set<() => void>();

/** Returns the trouble to tell the citizen about; null while all is well. */
export function readTrouble(): StorageTrouble | null {
  return TROUBLES.find((trouble) => present.has(trouble)) ?? null;
}

/** Whether the browser keeps nothing, whatever else is wrong: all that is written is in this page, which must neither be closed nor loaded anew. */
export function isMemoryOnly(): boolean {
  return present.has('memoryOnly');
}

/** Stands in for `readTrouble` in a page that is drawn at build time, where no device is known. */
export function noTrouble(): null {
  return null;
}

export function subscribeToTrouble(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function noteTrouble(trouble: StorageTrouble): void {
  if (present.has(trouble) || hasLeft()) return;
  present.add(trouble);
  tell();
}

export function endTrouble(trouble: StorageTrouble): void {
  if (present.delete(trouble)) tell();
}

export function noteRefusedWrites(tables: Iterable<string>): void {
  for (const table of tables) refused.add(table);
  noteTrouble('notSaved');
}

/** Ends the trouble once every table that was refused a write has had one. */
export function noteWrites(tables: Iterable<string>): void {
  for (const table of tables) refused.delete(table);
  if (refused.size === 0) endTrouble('notSaved');
}

/** Notes that the device takes writes again. */
export function noteSpaceIsBack(): void {
  noteWrites([...refused]);
}

function tell(): void {
  for (const listener of listeners) listener();
}
