import { sha256Base64 } from '../shared/sha256.ts';
import { isId } from './bodies/bodies.ts';
import { malformed, problem } from './problem.ts';

const TUS_VERSION = '1.0.0';
export const TUS_HEADERS = { 'Tus-Resumable': TUS_VERSION };
const CHECKSUM = 'Upload-Checksum';
const CHUNK_TYPE = 'application/offset+octet-stream';
const CHUNK_MAX_BYTES = 1024 * 1024;
/** A file in smaller chunks would become millions of rows. A small file may be sent in any. */
const CHUNK_MIN_BYTES = 4 * 1024;

/** Throws 412 with the server's version for any other, as tus has it. All functions below throw their answer too. */
export function requireTus(headers: Headers): void {
  if (headers.get('Tus-Resumable') === TUS_VERSION) return;
  throw problem('wrong-tus-version', {}, { 'Tus-Version': TUS_VERSION });
}

export interface UploadStart {
  attachmentId: string;
  size: number;
}

/** Reads the headers that create an upload. */
export function readUploadStart(headers: Headers): UploadStart {
  const attachmentId = readMetadata(headers.get('Upload-Metadata') ?? '').get('attachmentId');
  const length = headers.get('Upload-Length') ?? '';
  if (!isId(attachmentId) || !/^[1-9][0-9]{0,14}$/.test(length)) throw malformed();
  return { attachmentId, size: Number(length) };
}

/** Reads the offset at which a chunk begins. */
export function readChunkOffset(headers: Headers): number {
  if (headers.get('Content-Type') !== CHUNK_TYPE) throw problem('wrong-content-type');
  const offset = headers.get('Upload-Offset') ?? '';
  const checksum = headers.get(CHECKSUM);
  if (!/^[0-9]{1,15}$/.test(offset)) throw malformed();
  if (checksum !== null && !/^sha256 [A-Za-z0-9+/=]+$/.test(checksum)) throw malformed();
  return Number(offset);
}

export interface Chunk {
  offset: number;
  bytes: Uint8Array;
  checksumHolds: boolean;
}

/** Returns the answer to a chunk that is not taken, and null for one that goes on with the upload. */
export function judgeChunk(chunk: Chunk, upload: { received: number; size: number }): Response | null {
  const { offset, bytes, checksumHolds } = chunk;
  const end = offset + bytes.length;
  if (offset !== upload.received) return problem('offset-mismatch');
  if (bytes.length > CHUNK_MAX_BYTES || end > upload.size) return problem('too-large');
  const isSmall = bytes.length > 0 && bytes.length < CHUNK_MIN_BYTES;
  if (isSmall && offset >= CHUNK_MIN_BYTES && end < upload.size) return malformed();
  return checksumHolds ? null : problem('checksum-mismatch');
}

/** Whether the chunk has the checksum that it names, an extension of tus. A chunk without one is proved by the file's SHA-256, when a submission names it. */
export async function doesChecksumHold(headers: Headers, bytes: Uint8Array): Promise<boolean> {
  const checksum = headers.get(CHECKSUM);
  return checksum === null || checksum === `sha256 ${await sha256Base64(bytes)}`;
}

/** Reads pairs of a key and a value in base64, as tus writes them. */
function readMetadata(header: string): Map<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  return new Map(pairs.map(([key = '', value = '']) => [key, decodeBase64(value)]));
}

function decodeBase64(value: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(value), (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}
