import { createHash, randomUUID } from 'node:crypto';
import { TUS } from '../../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import type { Connection } from './connection.ts';

const MIB = 1024 * 1024;

interface Chunk {
  at: number;
  bytes: Buffer;
  checksum: string;
}

/** With their checksums: to make those is not what is measured. */
export function chunksOf(file: Buffer): Chunk[] {
  return Array.from({ length: Math.ceil(file.length / MIB) }, (_, place) => {
    const bytes = file.subarray(place * MIB, (place + 1) * MIB);
    return { at: place * MIB, bytes, checksum: createHash('sha256').update(bytes).digest('base64') };
  });
}

/** Answers where the server keeps it. */
export async function upload(
  connection: Connection,
  headers: Record<string, string>,
  chunks: readonly Chunk[],
  id: string = randomUUID(),
): Promise<string> {
  const size = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const { location = '' } = await connection.send('POST', `${API_BASE_PATH}/uploads`, null, {
    ...headers,
    ...TUS,
    'Upload-Length': String(size),
    'Upload-Metadata': `attachmentId ${base64(id)},filename ${base64('x.pdf')}`,
  });
  for (const { at, bytes, checksum } of chunks)
    await connection.send('PATCH', location, bytes, {
      ...headers,
      ...TUS,
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': String(at),
      'Upload-Checksum': `sha256 ${checksum}`,
    });
  return location;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
