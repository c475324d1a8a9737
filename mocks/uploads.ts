import { DEFAULT_LIMITS } from '../src/domain/limits.ts';
import { isId } from './bodies.ts';
import { type Call, worldNow } from './call.ts';
import { malformed, problem } from './problem.ts';
import { orderedKey } from './store.ts';
import type { UploadRow } from './tables.ts';

const CHUNK_MAX_BYTES = 1024 * 1024;

/** Of one that was begun and never finished, by the world's clock. */
const UNFINISHED_LIFE_MS = 7 * 24 * 60 * 60 * 1000;

export interface UploadStart {
  attachmentId: string;
  name: string;
  size: number;
}

/** What the creation's headers say; throws the answer when they say nothing usable. */
export function readUploadStart(headers: Headers): UploadStart {
  const metadata = readMetadata(headers.get('Upload-Metadata') ?? '');
  const attachmentId = metadata.get('attachmentId');
  const length = headers.get('Upload-Length') ?? '';
  if (!isId(attachmentId) || !/^[1-9][0-9]{0,14}$/.test(length)) throw malformed();
  return { attachmentId, name: metadata.get('filename') ?? '', size: Number(length) };
}

/** Pairs of a key and a value in base64, as tus writes them. */
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

/** The same upload for the same attachment, as long as it can still be gone on with. */
export async function createUpload(call: Call, citizenId: string, start: UploadStart): Promise<UploadRow> {
  if (start.size > DEFAULT_LIMITS.attachmentMaxBytes) throw problem('too-large');
  const key = `${citizenId}/${start.attachmentId}`;
  const knownId = await call.tx.get('uploadIdsByAttachment', key);
  const known = knownId === undefined ? undefined : await call.tx.get('uploads', knownId);
  if (known && known.size === start.size && !hasExpired(call, known)) return known;
  const row: UploadRow = {
    ...start,
    id: `u_${crypto.randomUUID()}`,
    citizenId,
    offset: 0,
    bytesReceived: 0,
    byteKeys: [],
    touchedAt: worldNow(call),
    committed: false,
  };
  await call.tx.put('uploads', row.id, row);
  await call.tx.put('uploadIdsByAttachment', key, row.id);
  return row;
}

/** Throws 404 for one that is unknown or somebody else's, 410 for one that has expired. */
export async function findUpload(call: Call, citizenId: string, uploadId: string): Promise<UploadRow> {
  const row = await call.tx.get('uploads', uploadId);
  if (row?.citizenId !== citizenId) throw problem('not-found');
  if (hasExpired(call, row)) throw problem('upload-gone');
  return row;
}

function hasExpired(call: Call, { offset, size, touchedAt }: UploadRow): boolean {
  return offset < size && touchedAt + UNFINISHED_LIFE_MS <= worldNow(call);
}

export interface Chunk {
  offset: number;
  bytes: Uint8Array;
  checksumHolds: boolean;
}

/** Bytes that arrived are counted whatever becomes of them, so a refusal is answered and not thrown. */
export async function takeChunk(call: Call, upload: UploadRow, chunk: Chunk): Promise<UploadRow | Response> {
  const { offset, bytes, checksumHolds } = chunk;
  const counted = { ...upload, bytesReceived: upload.bytesReceived + bytes.length };
  await call.tx.put('uploads', upload.id, counted);
  if (offset !== upload.offset) return problem('offset-mismatch');
  if (bytes.length > CHUNK_MAX_BYTES || offset + bytes.length > upload.size) return problem('too-large');
  if (!checksumHolds) return problem('checksum-mismatch');
  const byteKey = `${upload.id}-${orderedKey(offset)}`;
  await call.tx.putBytes(byteKey, bytes);
  const kept = {
    ...counted,
    offset: offset + bytes.length,
    byteKeys: [...upload.byteKeys, byteKey],
    touchedAt: worldNow(call),
  };
  await call.tx.put('uploads', upload.id, kept);
  return kept;
}

/** Repeatable. Bytes that a request names stay. */
export async function forgetUpload(call: Call, citizenId: string, uploadId: string): Promise<void> {
  const row = await call.tx.get('uploads', uploadId);
  if (row?.citizenId !== citizenId || row.committed) return;
  for (const key of row.byteKeys) await call.tx.removeBytes(key);
  await call.tx.remove('uploads', uploadId);
  await call.tx.remove('uploadIdsByAttachment', `${citizenId}/${row.attachmentId}`);
}
