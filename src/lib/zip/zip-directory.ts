import { err, ok, type Result } from '../result.ts';

export type ZipProblem = 'notAZip' | 'damaged' | 'unsafePath' | 'tooBig';

/** A file as the central directory describes it. Sizes in bytes. */
export interface ZipEntry {
  path: string;
  method: number;
  size: number;
  compressedSize: number;
  /** Where its own header stands. */
  start: number;
}

export const STORED = 0;
export const DEFLATED = 8;

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const ENCRYPTED = 1;

export interface ZipEnd {
  /** Where the end record stands in what was searched. */
  at: number;
  entries: number;
  directoryBytes: number;
  directoryStart: number;
}

/** The end record, which must close the file: nothing may follow its comment. */
export function findEnd(tail: DataView): ZipEnd | undefined {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    const isEnd = tail.getUint32(at, true) === END_SIGNATURE;
    if (!isEnd || at + END_BYTES + tail.getUint16(at + 20, true) !== tail.byteLength) continue;
    const isOneDisk = tail.getUint32(at + 4, true) === 0;
    const entries = tail.getUint16(at + 10, true);
    if (!isOneDisk || tail.getUint16(at + 8, true) !== entries) return undefined;
    return {
      at,
      entries,
      directoryBytes: tail.getUint32(at + 12, true),
      directoryStart: tail.getUint32(at + 16, true),
    };
  }
  return undefined;
}

export function parseDirectory(directory: DataView, count: number): Result<ZipEntry[], ZipProblem> {
  const entries: ZipEntry[] = [];
  const paths = new Set<string>();
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    const isEntry =
      at + ENTRY_BYTES <= directory.byteLength && directory.getUint32(at, true) === ENTRY_SIGNATURE;
    if (!isEntry) return err('damaged');
    const nameBytes = directory.getUint16(at + 28, true);
    const end =
      at + ENTRY_BYTES + nameBytes + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (end > directory.byteLength) return err('damaged');
    const path = decodeName(directory, at + ENTRY_BYTES, nameBytes);
    if (path === undefined) return err('damaged');
    if (!isSafePath(path)) return err('unsafePath');
    // Two files of one name: which of them is meant depends on who reads.
    if (paths.has(path)) return err('damaged');
    paths.add(path);
    const entry = {
      path,
      method: directory.getUint16(at + 10, true),
      compressedSize: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      start: directory.getUint32(at + 42, true),
    };
    if ((directory.getUint16(at + 8, true) & ENCRYPTED) !== 0 || !isPlausible(entry)) return err('damaged');
    entries.push(entry);
    at = end;
  }
  return at === directory.byteLength ? ok(entries) : err('damaged');
}

function isPlausible({ path, method, size, compressedSize }: ZipEntry): boolean {
  if (path.endsWith('/')) return size === 0;
  return method === DEFLATED || (method === STORED && size === compressedSize);
}

function decodeName(view: DataView, at: number, length: number): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
  } catch {
    return undefined;
  }
}

/** Whether unpacking it stays in the folder that it is unpacked to, on any system. */
export function isSafePath(path: string): boolean {
  if (/[\\:\p{Cc}]/u.test(path)) return false;
  const parts = path.replace(/\/$/, '').split('/');
  return parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
