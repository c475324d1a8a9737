import type { SubmittedAttachment } from '../contract/types.ts';
import { lookIntoFile } from '../domain/file-look.ts';
import { type InspectedFile, isAsClaimed, nameFound } from '../domain/inspected-file.ts';
import { requireOneOfEach } from '../domain/written/judge-submitted.ts';
import { sha256Hex } from '../shared/sha256.ts';
import type { Backend } from './backend.ts';
import type { Call } from './call.ts';
import { forgetUpload } from './forget-uploads.ts';
import { requireSender } from './sender.ts';

/**
 * Inspects the bytes before the commit's transaction, which could not wait for a hash; complete uploads never change. An upload whose bytes are not what the
 * device has is deleted, or sending them again would change nothing.
 */
export async function inspectFiles(
  backend: Backend,
  request: Request,
  claimed: readonly SubmittedAttachment[],
): Promise<InspectedFile[]> {
  requireOneOfEach(claimed);
  const seen: InspectedFile[] = [];
  for (const attachment of claimed) {
    const bytes = await backend.run((call) => readUpload(call, request, attachment.uploadId));
    if (bytes) seen.push(await inspectFile(attachment, bytes));
  }
  const wrong = seen.filter((file) => !isAsClaimed(file));
  for (const { claimed: attachment } of wrong) {
    await backend.run(async (call) => {
      const { citizen } = await requireSender(call, request);
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

async function readUpload(call: Call, request: Request, uploadId: string): Promise<Uint8Array | null> {
  const { citizen } = await requireSender(call, request);
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
  return bytes;
}
