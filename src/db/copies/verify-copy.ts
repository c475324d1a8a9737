import {
  CONTENT_PATH,
  COPY_CAPS,
  type CopiedFile,
  type Copy,
  type CopyProblem,
  MANIFEST_PATH,
} from '../../../domain/copies/copy-format.ts';
import { readCopy, readManifest } from '../../../domain/copies/read-copy.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import { listZip, readZipEntry, type ZipCaps, type ZipEntry, type ZipProblem } from '../../lib/zip/unzip.ts';

export interface VerifiedCopy {
  copy: Copy;
  /** Reads a file's bytes and checks them again; undefined when the ZIP has changed since. */
  readFile(path: string): Promise<ArrayBuffer | undefined>;
}

/** Files that are for the citizen to read; loading ignores them. */
const TO_KEEP = /^((rascunhos|pedidos)\/[^/]+\/pedido\.txt|pedidos\/[^/]+\/anexos\/[^/]+)$/;

const PROBLEM_OF: Record<ZipProblem, CopyProblem['code']> = {
  notAZip: 'notACopy',
  damaged: 'damaged',
  unsafePath: 'unsafePath',
  tooBig: 'tooBig',
};

/** Checks every byte of a copy, one file at a time, before anything of it is used. */
export async function verifyCopy(
  blob: Blob,
  caps: ZipCaps = COPY_CAPS,
  /** Called with the share that has been checked, from 0 to 1; if it throws, the check ends. */
  onProgress: (part: number) => void = () => undefined,
): Promise<Result<VerifiedCopy, CopyProblem>> {
  const listed = await listZip(blob, caps);
  if (!listed.ok) return err({ code: PROBLEM_OF[listed.error] });
  const entries = new Map(listed.value.map((entry) => [entry.path, entry]));

  const manifest = await readJson(blob, entries.get(MANIFEST_PATH), readManifest, 'notACopy');
  if (!manifest.ok) return manifest;
  const files = new Map(manifest.value.files.map((file) => [file.path, file]));
  const mismatch = compareLists(entries, files, manifest.value.files.length);
  if (mismatch) return err(mismatch);

  const readFile = (path: string) => readListed(blob, entries.get(path), files.get(path));
  let seen = 0;
  for (const path of files.keys()) {
    onProgress(seen / files.size);
    seen += 1;
    if (!(await readFile(path))) return err({ code: 'damaged', path });
  }
  const copy = await readJson(blob, entries.get(CONTENT_PATH), readCopy, 'damaged');
  if (!copy.ok) return copy;
  const stray = findStray(copy.value, files);
  return stray ? err(stray) : ok({ copy: copy.value, readFile });
}

async function readJson<T>(
  blob: Blob,
  entry: ZipEntry | undefined,
  read: (text: string) => Result<T, CopyProblem>,
  whenMissing: CopyProblem['code'],
): Promise<Result<T, CopyProblem>> {
  if (!entry) return err({ code: whenMissing });
  const bytes = await readZipEntry(blob, entry);
  return bytes ? read(new TextDecoder().decode(bytes)) : err({ code: 'damaged', path: entry.path });
}

/** Returns how the files in the ZIP differ from those in the manifest; undefined where they are the same. */
function compareLists(
  entries: Map<string, ZipEntry>,
  files: Map<string, CopiedFile>,
  listedCount: number,
): CopyProblem | undefined {
  if (files.size !== listedCount || files.has(MANIFEST_PATH)) return { code: 'damaged', path: MANIFEST_PATH };
  for (const path of entries.keys()) {
    if (path !== MANIFEST_PATH && !files.has(path)) return { code: 'unexpectedFile', path };
  }
  for (const { path, size } of files.values()) {
    if (entries.get(path)?.size !== size) return { code: 'damaged', path };
  }
  return undefined;
}

async function readListed(
  blob: Blob,
  entry: ZipEntry | undefined,
  file: CopiedFile | undefined,
): Promise<ArrayBuffer | undefined> {
  if (!entry || !file) return undefined;
  const bytes = await readZipEntry(blob, entry);
  return bytes && (await sha256Hex(bytes.buffer)) === file.sha256 ? bytes.buffer : undefined;
}

/** Finds a file that no attachment names, or an attachment whose file is not as listed. */
function findStray(copy: Copy, files: Map<string, CopiedFile>): CopyProblem | undefined {
  const unclaimed = new Set(files.keys());
  for (const { path, size, sha256 } of copy.drafts.flatMap(({ attachments }) => attachments)) {
    if (path === null) continue;
    const file = files.get(path);
    const isAsListed = file?.size === size && file.sha256 === sha256;
    if (!isAsListed || !unclaimed.delete(path)) return { code: 'damaged', path };
  }
  for (const path of unclaimed) {
    if (path !== CONTENT_PATH && !TO_KEEP.test(path)) return { code: 'unexpectedFile', path };
  }
  return undefined;
}
