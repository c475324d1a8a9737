import { err, ok, type Result } from '../../../shared/result.ts';

export type ZipProblem = 'notAZip' | 'damaged' | 'unsafePath' | 'tooBig';

/** A file as the central directory describes it. Sizes in bytes. */
export interface ZipEntry {
  path: string;
  method: number;
  size: number;
  compressedSize: number;
  /** Where the file's own header stands. */
  start: number;
}

/** The limits that are checked before a single byte is inflated. */
export interface ZipCaps {
  entries: number;
  /** The size of one file, inflated. */
  fileBytes: number;
  /** The size of all files together, inflated. */
  totalBytes: number;
}

const STORED = 0;
const DEFLATED = 8;

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const ENCRYPTED = 1;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;

/** The end record and the longest comment that may follow it. */
const MAX_END_BYTES = END_BYTES + 0xffff;

/** The size of a piece. Deflate makes at most about 1032 bytes of one: what comes out of a piece fits in memory before it is judged. */
const INFLATE_STEP_BYTES = 16 * 1024;

/** Lists the files of a ZIP by its directory alone, without the folders. Whatever it says is checked against `caps` and against the file itself. */
export async function listZip(blob: Blob, caps: ZipCaps): Promise<Result<ZipEntry[], ZipProblem>> {
  const tailStart = Math.max(0, blob.size - MAX_END_BYTES);
  const end = findEnd(await viewOf(blob, tailStart, blob.size));
  if (!end) return err('notAZip');
  if (end.entries > caps.entries) return err('tooBig');
  // Nothing may stand between the directory and its end, or two readers would see two different archives.
  if (end.directoryStart + end.directoryBytes !== tailStart + end.at) return err('damaged');
  const directory = await viewOf(blob, end.directoryStart, end.directoryStart + end.directoryBytes);
  const parsed = parseDirectory(directory, end.entries);
  if (!parsed.ok) return parsed;
  const isTooBig =
    parsed.value.some((entry) => entry.size > caps.fileBytes) ||
    sumOf(parsed.value, 'size') > caps.totalBytes;
  if (isTooBig) return err('tooBig');
  // Files that share bytes are how a small archive unpacks to an enormous one.
  if (sumOf(parsed.value, 'compressedSize') > blob.size) return err('damaged');
  return ok(parsed.value.filter((entry) => !entry.path.endsWith('/')));
}

/** Returns a file's bytes; undefined when they are not what the directory says. Never makes more bytes than the directory says. */
export async function readZipEntry(
  blob: Blob,
  entry: ZipEntry,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const header = await viewOf(blob, entry.start, entry.start + LOCAL_HEADER_BYTES);
  if (header.byteLength < LOCAL_HEADER_BYTES || header.getUint32(0, true) !== LOCAL_SIGNATURE)
    return undefined;
  if (header.getUint16(8, true) !== entry.method) return undefined;
  const nameEnd = entry.start + LOCAL_HEADER_BYTES + header.getUint16(26, true);
  const name = await blob.slice(entry.start + LOCAL_HEADER_BYTES, nameEnd).text();
  if (name !== entry.path) return undefined;

  const start = nameEnd + header.getUint16(28, true);
  const compressed = new Uint8Array(await blob.slice(start, start + entry.compressedSize).arrayBuffer());
  if (compressed.length !== entry.compressedSize) return undefined;
  if (entry.method === STORED) return compressed.length === entry.size ? compressed : undefined;
  return entry.method === DEFLATED ? inflate(compressed, entry.size) : undefined;
}

async function inflate(compressed: Uint8Array, size: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { Inflate } = await import('fflate');
  const bytes = new Uint8Array(size);
  let length = 0;
  let isWhole = true;
  const stream = new Inflate((piece) => {
    if (length + piece.length > size) isWhole = false;
    else bytes.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < compressed.length && isWhole; at += INFLATE_STEP_BYTES) {
      const next = at + INFLATE_STEP_BYTES;
      stream.push(compressed.subarray(at, next), next >= compressed.length);
    }
  } catch {
    // The library throws when these bytes were never deflated; it has no other way to say so.
    return undefined;
  }
  return isWhole && length === size ? bytes : undefined;
}

function sumOf(entries: ZipEntry[], key: 'size' | 'compressedSize'): number {
  return entries.reduce((sum, entry) => sum + entry[key], 0);
}

async function viewOf(blob: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await blob.slice(start, end).arrayBuffer());
}

/** Returns the end record, and where in `tail` it stands. It must close the file: nothing may follow its comment. */
function findEnd(tail: DataView) {
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

function parseDirectory(directory: DataView, count: number): Result<ZipEntry[], ZipProblem> {
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
    // Two files of one name are refused: which of them is meant depends on the program that reads them.
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

/** Returns whether a file of this path, when it is unpacked, stays in the folder that it is unpacked to, on any system. */
export function isSafePath(path: string): boolean {
  if (/[\\:\p{Cc}]/u.test(path)) return false;
  const parts = path.replace(/\/$/, '').split('/');
  return parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
