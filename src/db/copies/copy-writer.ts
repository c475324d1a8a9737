import {
  COPY_VERSION,
  type CopiedFile,
  MANIFEST_PATH,
  type Manifest,
} from '../../../domain/copies/copy-format.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import { createZipWriter } from '../../lib/zip/zip.ts';

export type CopyWriter = Awaited<ReturnType<typeof createCopyWriter>>;

/** Makes a writer of a copy, which lists every file that it writes in the manifest. */
export async function createCopyWriter(now: Date) {
  const zip = await createZipWriter(now);
  const files: CopiedFile[] = [];
  const encode = (text: string) => new TextEncoder().encode(text);
  const list = async (path: string, bytes: ArrayBuffer | Uint8Array) => {
    const listed = { path, size: bytes.byteLength, sha256: await sha256Hex(bytes) };
    files.push(listed);
    return listed;
  };
  return {
    async addText(path: string, text: string) {
      const bytes = encode(text);
      await list(path, bytes);
      zip.add(path, bytes, 'deflate');
    },
    async addFile(path: string, bytes: ArrayBuffer) {
      // Pictures, PDFs and office documents are compressed already.
      zip.add(path, new Uint8Array(bytes), 'store');
      return list(path, bytes);
    },
    finish() {
      const manifest: Manifest = { format: 'e-clic-manifesto', version: COPY_VERSION, files };
      zip.add(MANIFEST_PATH, encode(JSON.stringify(manifest, null, 2)), 'deflate');
      return zip.finish();
    },
  };
}
