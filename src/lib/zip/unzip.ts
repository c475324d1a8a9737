import { err, ok, type Result } from '../result.ts';
import {
  DEFLATED,
  findEnd,
  parseDirectory,
  STORED,
  type ZipEntry,
  type ZipProblem,
} from './zip-directory.ts';

/** What is looked at before a single byte is inflated. */
export interface ZipCaps {
  entries: number;
  /** Of one file, inflated. */
  fileBytes: number;
  /** Of all files together, inflated. */
  totalBytes: number;
}

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;

/** The end record and the longest comment that may follow it. */
const MAX_END_BYTES = 22 + 0xffff;

/** Deflate makes at most about 1032 bytes of one: what comes out of such a piece fits in memory before it is judged. */
const INFLATE_STEP_BYTES = 16 * 1024;

/** The files of a ZIP by its directory alone, without the folders. Whatever it says is checked against `caps` and against the file itself. */
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
  // Files that share bytes are how a small bomb becomes a big one.
  if (sumOf(parsed.value, 'compressedSize') > blob.size) return err('damaged');
  return ok(parsed.value.filter((entry) => !entry.path.endsWith('/')));
}

/** A file's bytes; undefined when they are not what the directory says. Never makes more bytes than the directory says. */
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
    // The library's only way of saying that these bytes were never deflated.
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
