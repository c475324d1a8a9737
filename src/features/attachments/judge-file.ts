import { detectFileType, isPasswordProtectedPdf } from '../../domain/file-signature.ts';
import type { Limits } from '../../domain/limits.ts';
import { checkFile, checkFileSize } from '../../domain/validate-attachments.ts';
import { sha256Hex } from '../../lib/sha256.ts';
import type { AttachmentIssue } from './attachment-issue.ts';

export interface GoodFile {
  name: string;
  size: number;
  type: string;
  sha256: string;
  bytes: ArrayBuffer;
}

export type JudgedFile = { file: GoodFile } | { issue: AttachmentIssue };

/** Copies the bytes at once, since a picked file may be gone the next moment, and judges what they are. */
export async function judgeFile(
  picked: File,
  existing: readonly { sha256: string }[],
  limits: Limits,
): Promise<JudgedFile> {
  const { name } = picked;
  const sizeIssue = checkFileSize(picked, limits);
  if (sizeIssue) return { issue: sizeIssue };
  const bytes = await picked.arrayBuffer().catch(() => null);
  if (!bytes) return { issue: { field: 'attachments', code: 'attachmentUnreadable', params: { name } } };

  const view = new Uint8Array(bytes);
  const type = detectFileType(view, name);
  const sha256 = await sha256Hex(bytes);
  const passwordProtected = type === 'application/pdf' && isPasswordProtectedPdf(view);
  const size = bytes.byteLength;
  const issue = checkFile({ name, size, type, sha256, passwordProtected }, existing, limits);
  if (issue || type === null) {
    return { issue: issue ?? { field: 'attachments', code: 'attachmentTypeNotAccepted', params: { name } } };
  }
  return { file: { name, size, type, sha256, bytes } };
}
