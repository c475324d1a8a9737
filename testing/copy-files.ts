import {
  CONTENT_PATH,
  COPY_VERSION,
  type CopiedFile,
  type Copy,
  MANIFEST_PATH,
  type Manifest,
} from '../domain/copies/copy-format.ts';
import { readCopy } from '../domain/copies/read-copy.ts';
import { sha256Hex } from '../shared/sha256.ts';
import { listZip, readZipEntry } from '../src/lib/zip/unzip.ts';
import { createZipWriter } from '../src/lib/zip/zip.ts';

const CAPS = { entries: 10_000, fileBytes: 1e8, totalBytes: 1e9 };

export type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** Unpacks a copy for a test to look at, or to tamper with. */
export async function unpack(copy: Blob): Promise<Files> {
  const listed = await listZip(copy, CAPS);
  if (!listed.ok) throw new Error(listed.error);
  const files: Files = new Map();
  for (const entry of listed.value) {
    const bytes = await readZipEntry(copy, entry);
    if (!bytes) throw new Error(`${entry.path} is damaged`);
    files.set(entry.path, bytes);
  }
  return files;
}

export async function pack(files: Files): Promise<Blob> {
  const zip = await createZipWriter(new Date());
  for (const [path, bytes] of files) zip.add(path, bytes, 'store');
  return zip.finish();
}

/** Packs the files with a manifest that fits them, as somebody would who tampers with a copy and knows the format. */
export async function packWithManifest(
  files: Files,
  version: Manifest['version'] = COPY_VERSION,
): Promise<Blob> {
  const listed: CopiedFile[] = [];
  for (const [path, bytes] of files) {
    if (path !== MANIFEST_PATH) listed.push({ path, size: bytes.length, sha256: await sha256Hex(bytes) });
  }
  const manifest: Manifest = { format: 'e-clic-manifesto', version, files: listed };
  return pack(new Map(files).set(MANIFEST_PATH, jsonBytes(manifest)));
}

export function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

export function textOf(files: Files, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

export function contentOf(files: Files): Copy {
  const copy = readCopy(textOf(files, CONTENT_PATH));
  if (!copy.ok) throw new Error(copy.error.code);
  return copy.value;
}
