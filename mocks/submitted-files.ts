import { problem } from '../contract/problem.ts';
import type { Attachment, SubmittedAttachment } from '../contract/types.ts';
import { lookIntoFile } from '../domain/file-look.ts';
import { attachmentOf, type InspectedFile, isAsClaimed, nameFound } from '../domain/inspected-file.ts';
import { sha256Hex } from '../src/lib/sha256.ts';
import { changeUsage } from './account-usage.ts';
import type { Backend } from './backend.ts';
import type { Call } from './call.ts';
import { forgetUpload } from './forget-uploads.ts';
import { ownKey } from './own-key.ts';
import { requireWriter } from './session.ts';
import type { UploadRow } from './tables.ts';

/** One that the server has looked into. */
export interface SeenFile extends InspectedFile {
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
    if (found) {
      const inspected = await inspectFile(attachment, found.bytes);
      seen.push({ ...inspected, byteKeys: found.upload.byteKeys });
    }
  }
  const wrong = seen.filter((file) => !isAsClaimed(file));
  for (const { claimed: attachment } of wrong) {
    await backend.run(async (call) => {
      const citizen = await requireWriter(call, request);
      await forgetUpload(call, citizen.id, attachment.uploadId);
    });
  }
  return seen.filter((file) => !wrong.includes(file));
}

async function inspectFile(claimed: SubmittedAttachment, bytes: Uint8Array): Promise<InspectedFile> {
  const look = lookIntoFile();
  look.lookAt(bytes);
  return nameFound(claimed, bytes.length, { ...look.seen(), sha256: await sha256Hex(bytes) });
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

/**
 * What was sent once is never replaced: throws for ids under which the request has other bytes, the office's too.
 * The same file again, which a device sends that goes on with a reply of which a part had arrived, is the same file.
 */
export async function requireOwnIds(
  { tx }: Call,
  citizenId: string,
  requestId: string,
  claimed: readonly SubmittedAttachment[],
): Promise<void> {
  const taken: string[] = [];
  for (const { id, sha256 } of claimed) {
    const known = await tx.get('attachments', ownKey(citizenId, requestId, id));
    if (known && known.attachment.sha256 !== sha256) taken.push(id);
  }
  if (taken.length > 0) throw problem('id-taken', { attachmentIds: taken });
}

/** Binds the files to the request: their bytes can be downloaded, and are never forgotten. */
export async function keepFiles(
  call: Call,
  citizenId: string,
  requestId: string,
  seen: readonly SeenFile[],
): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  for (const file of seen) {
    const { claimed, byteKeys } = file;
    const key = ownKey(citizenId, requestId, claimed.id);
    const known = await call.tx.get('attachments', key);
    const attachment = known?.attachment ?? attachmentOf(file);
    if (!known) await call.tx.put('attachments', key, { citizenId, attachment, byteKeys });
    const upload = await call.tx.get('uploads', claimed.uploadId);
    // It was cancelled since somebody looked into it.
    if (!upload) throw problem('upload-missing', { attachmentIds: [claimed.id] });
    if (!upload.committed) {
      await call.tx.put('uploads', upload.id, { ...upload, committed: true });
      await changeUsage(call, citizenId, { uploads: -1, uploadBytes: -upload.size });
    }
    attachments.push(attachment);
  }
  return attachments;
}
