import { problem, refuse } from '../src/contract/problem.ts';
import type { Attachment, ContractIssue, SubmittedAttachment } from '../src/contract/types.ts';
import { detectFileType, isPasswordProtectedPdf } from '../src/domain/file-signature.ts';
import { DEFAULT_LIMITS } from '../src/domain/limits.ts';
import { checkFile, checkTotals } from '../src/domain/validate-attachments.ts';
import { sha256Hex } from '../src/lib/sha256.ts';
import { changeUsage } from './account-usage.ts';
import type { Backend } from './backend.ts';
import type { Call } from './call.ts';
import { forgetUpload } from './forget-uploads.ts';
import { requireWriter } from './session.ts';
import type { UploadRow } from './tables.ts';

/** What the server itself found in the bytes of a complete upload. */
export interface SeenFile {
  claimed: SubmittedAttachment;
  size: number;
  sha256: string;
  type: string | null;
  passwordProtected: boolean;
  byteKeys: string[];
}

/**
 * Looks at the bytes before the commit's transaction, which could not wait for a hash; complete uploads do not change
 * any more. One whose bytes are not what the device has is forgotten, or sending them again would change nothing.
 */
export async function inspectFiles(
  backend: Backend,
  request: Request,
  claimed: readonly SubmittedAttachment[],
): Promise<SeenFile[]> {
  const seen: SeenFile[] = [];
  for (const attachment of claimed) {
    const found = await backend.run((call) => readUpload(call, request, attachment.uploadId));
    if (found) seen.push(await inspect(attachment, found.upload, found.bytes));
  }
  const wrong = seen.filter((file) => file.sha256 !== file.claimed.sha256 || file.size !== file.claimed.size);
  for (const { claimed: attachment } of wrong) {
    await backend.run(async (call) => {
      const citizen = await requireWriter(call, request);
      await forgetUpload(call, citizen.id, attachment.uploadId);
    });
  }
  return seen.filter((file) => !wrong.includes(file));
}

async function readUpload(
  call: Call,
  request: Request,
  uploadId: string,
): Promise<{ upload: UploadRow; bytes: Uint8Array } | null> {
  const citizen = await requireWriter(call, request);
  const upload = await call.tx.get('uploads', uploadId);
  if (upload?.citizenId !== citizen.id || upload.offset < upload.size) return null;
  const bytes = new Uint8Array(upload.size);
  let at = 0;
  for (const key of upload.byteKeys) {
    const chunk = await call.tx.getBytes(key);
    if (!chunk) return null;
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { upload, bytes };
}

async function inspect(
  claimed: SubmittedAttachment,
  upload: UploadRow,
  bytes: Uint8Array,
): Promise<SeenFile> {
  return {
    claimed,
    size: upload.size,
    sha256: await sha256Hex(bytes),
    type: detectFileType(bytes, claimed.name),
    passwordProtected: isPasswordProtectedPdf(bytes),
    byteKeys: upload.byteKeys,
  };
}

/**
 * What was sent once is never replaced: throws for ids that stand twice, or under which the request has other bytes, the office's too.
 * The same file again, which a device sends that goes on with a reply of which a part had arrived, is the same file.
 */
export async function requireOwnIds(
  { tx }: Call,
  requestId: string,
  claimed: readonly SubmittedAttachment[],
): Promise<void> {
  const ids = claimed.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw refuse([{ field: 'attachments', code: 'attachmentIdRepeated' }]);
  const taken: string[] = [];
  for (const { id, sha256 } of claimed) {
    const known = await tx.get('attachments', `${requestId}/${id}`);
    if (known && known.attachment.sha256 !== sha256) taken.push(id);
  }
  if (taken.length > 0) throw problem('id-taken', { attachmentIds: taken });
}

/** Throws `upload-missing` for those whose bytes are not here. */
export function requireAllFiles(claimed: readonly SubmittedAttachment[], seen: readonly SeenFile[]): void {
  const missing = claimed.filter(({ id }) => !seen.some((file) => file.claimed.id === id));
  if (missing.length > 0) throw problem('upload-missing', { attachmentIds: missing.map(({ id }) => id) });
}

export function validateFiles(seen: readonly SeenFile[]): ContractIssue[] {
  const named = seen.map((file) => ({ ...file, name: file.claimed.name }));
  const ofEach = named.map((file, index) => checkFile(file, named.slice(0, index), DEFAULT_LIMITS));
  return [...ofEach, checkTotals(named, [], DEFAULT_LIMITS)].filter((issue) => issue !== null);
}

/** Binds the files to the request: their bytes can be downloaded, and are never forgotten. */
export async function keepFiles(
  call: Call,
  citizenId: string,
  requestId: string,
  seen: readonly SeenFile[],
): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  for (const { claimed, size, sha256, type, byteKeys } of seen) {
    const key = `${requestId}/${claimed.id}`;
    const known = await call.tx.get('attachments', key);
    const fresh = { id: claimed.id, name: claimed.name, size, type: type ?? claimed.type, sha256 };
    const attachment = known?.attachment ?? fresh;
    if (!known) await call.tx.put('attachments', key, { citizenId, attachment, byteKeys });
    const upload = await call.tx.get('uploads', claimed.uploadId);
    if (upload && !upload.committed) {
      await call.tx.put('uploads', upload.id, { ...upload, committed: true });
      await changeUsage(call, citizenId, { uploads: -1, uploadBytes: -upload.size });
    }
    attachments.push(attachment);
  }
  return attachments;
}
