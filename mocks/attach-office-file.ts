import type { Attachment } from '../contract/types.ts';
import type { Call } from './call.ts';
import type { OfficeFile } from './office-files.ts';
import { ownKey } from './own-key.ts';
import type { RequestRow } from './tables.ts';

/** Binds an office's file to the request, like a citizen's file, so that its bytes can be downloaded. */
export async function attachOfficeFile(
  call: Call,
  row: RequestRow,
  { byteKey, bytes, type, sha256 }: OfficeFile,
  name: string,
): Promise<Attachment> {
  const attachment: Attachment = { id: crypto.randomUUID(), name, size: bytes.length, type, sha256 };
  const key = ownKey(row.citizenId, row.request.id, attachment.id);
  await call.tx.put('attachments', key, { attachment, byteKeys: [byteKey] });
  if (!(await call.tx.getBytes(byteKey))) await call.tx.putBytes(byteKey, bytes);
  return attachment;
}
