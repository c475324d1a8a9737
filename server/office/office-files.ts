import { randomUUID } from 'node:crypto';
import type { Attachment } from '../../contract/types.ts';
import { typeOfContent } from '../../domain/file-signature.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { ChosenFile } from '../../domain/validate-attachments.ts';
import type { Tx } from '../db/schema.ts';
import { attach } from '../requests/request-files.ts';
import { inPieces, keepBytes } from '../uploads/file-bytes.ts';
import { lookInside } from '../uploads/look-inside.ts';

/** A file that the office sends, with what the server found in it. */
export interface OfficeFile extends ChosenFile {
  bytes: Uint8Array;
}

export async function inspectOfficeFile(name: string, bytes: Uint8Array): Promise<OfficeFile> {
  const { sha256, content, passwordProtected } = await lookInside(inPieces(bytes));
  return { name, bytes, size: bytes.length, sha256, type: typeOfContent(content, name), passwordProtected };
}

/** Keeps a file like a citizen's: it is bound to the request, and its bytes can be downloaded. */
export async function keepOfficeFile(
  tx: Tx,
  citizenId: string,
  requestId: string,
  { name, size, sha256, type, bytes }: OfficeFile,
): Promise<Attachment> {
  const attachment: Attachment = {
    id: randomUUID(),
    name: plainLine(name),
    size,
    type: type ?? 'application/octet-stream',
    sha256,
  };
  const fileId = `o_${attachment.id}`;
  await keepBytes(tx, citizenId, fileId, bytes);
  await attach(tx, { citizenId, requestId, fileId, attachment });
  return attachment;
}
