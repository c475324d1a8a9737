import { API_BASE_PATH } from '../../contract/server.ts';
import type { Attachment } from '../../contract/types.ts';
import { sha256Base64 } from '../../shared/sha256.ts';
import { type ApiClient, NETWORK_AWAY, type Outcome, readFailure, SERVER_AWAY } from './client.ts';

/** tus 1.0 by hand: four headers and three verbs, over the same `server` function as everything else. */
const TUS = { 'Tus-Resumable': '1.0.0' };

/**
 * What became of a call for an upload that exists. `again`: the caller asks the offset and goes on from there. `forgotten`: it creates the upload anew.
 * The citizen is told of neither.
 */
export type UploadOutcome<T> = Outcome<T> | { kind: 'again' } | { kind: 'forgotten' };

const FORGOTTEN = new Set([404, 410]);
const AGAIN = new Set([409, 460]);

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

async function send(api: ApiClient, path: string, init: RequestInit): Promise<UploadOutcome<Response>> {
  try {
    const request = new Request(api.origin + API_BASE_PATH + path, {
      ...init,
      headers: { ...TUS, ...init.headers },
    });
    const response = await api.server(request);
    if (response.ok) return { kind: 'accepted', value: response };
    if (FORGOTTEN.has(response.status)) return { kind: 'forgotten' };
    if (AGAIN.has(response.status)) return { kind: 'again' };
    return readFailure(response);
  } catch {
    return NETWORK_AWAY;
  }
}

/** Creates an upload and returns its id, which is the same for the same attachment. */
export async function createUpload(
  api: ApiClient,
  citizenId: string,
  { id: attachmentId, name: filename, type: filetype, size }: Omit<Attachment, 'sha256'>,
): Promise<Outcome<string>> {
  const metadata = Object.entries({ attachmentId, filename, filetype })
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join(',');
  const outcome = await send(api, '/uploads', {
    method: 'POST',
    headers: { 'X-Citizen': citizenId, 'Upload-Length': String(size), 'Upload-Metadata': metadata },
  });
  // No upload is there that could be forgotten: something else answers in the server's place.
  if (outcome.kind === 'again' || outcome.kind === 'forgotten') return SERVER_AWAY;
  if (outcome.kind !== 'accepted') return outcome;
  const id = outcome.value.headers.get('Location')?.split('/').at(-1);
  return id ? { kind: 'accepted', value: id } : SERVER_AWAY;
}

function readOffset(outcome: UploadOutcome<Response>): UploadOutcome<number> {
  if (outcome.kind !== 'accepted') return outcome;
  const header = outcome.value.headers.get('Upload-Offset');
  // A captive portal answers 200 too, but knows no offset.
  return header !== null && /^\d+$/.test(header) ? { kind: 'accepted', value: Number(header) } : SERVER_AWAY;
}

export async function readUploadOffset(api: ApiClient, uploadId: string): Promise<UploadOutcome<number>> {
  return readOffset(await send(api, `/uploads/${uploadId}`, { method: 'HEAD' }));
}

interface UploadChunk {
  citizenId: string;
  uploadId: string;
  offset: number;
  bytes: ArrayBuffer;
}

/** Sends a chunk and returns the offset after it. */
export async function sendUploadChunk(api: ApiClient, chunk: UploadChunk): Promise<UploadOutcome<number>> {
  const checksum = await sha256Base64(chunk.bytes);
  const outcome = await send(api, `/uploads/${chunk.uploadId}`, {
    method: 'PATCH',
    headers: {
      'X-Citizen': chunk.citizenId,
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': String(chunk.offset),
      'Upload-Checksum': `sha256 ${checksum}`,
    },
    // The browser moves a Blob out of the page's memory at once; an ArrayBuffer is copied, and stays until the next collection.
    body: new Blob([chunk.bytes]),
  });
  return readOffset(outcome);
}
