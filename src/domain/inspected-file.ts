import type { Attachment, ContractIssue, SubmittedAttachment } from '../contract/types.ts';
import { sha256Hex } from '../lib/sha256.ts';
import { detectFileType, isPasswordProtectedPdf } from './file-signature.ts';
import type { Issue } from './issue.ts';
import type { Limits } from './limits.ts';
import { type ChosenFile, checkFile, checkTotals } from './validate-attachments.ts';

/** What a server itself found in the bytes of a complete upload. */
export interface InspectedFile {
  claimed: SubmittedAttachment;
  size: number;
  sha256: string;
  type: string | null;
  passwordProtected: boolean;
}

export async function inspectFile(claimed: SubmittedAttachment, bytes: Uint8Array): Promise<InspectedFile> {
  return {
    claimed,
    size: bytes.length,
    sha256: await sha256Hex(bytes),
    type: detectFileType(bytes, claimed.name),
    passwordProtected: isPasswordProtectedPdf(bytes),
  };
}

/** Whether the bytes are those that the device has. */
export function isAsClaimed({ claimed, size, sha256 }: InspectedFile): boolean {
  return sha256 === claimed.sha256 && size === claimed.size;
}

export function judgeFiles(seen: readonly InspectedFile[], limits: Limits): ContractIssue[] {
  return judgeChosen(
    seen.map((file) => ({ ...file, name: file.claimed.name })),
    limits,
  );
}

export function judgeChosen(files: readonly ChosenFile[], limits: Limits): Issue[] {
  const ofEach = files.map((file, index) => checkFile(file, files.slice(0, index), limits));
  return [...ofEach, checkTotals(files, [], limits)].filter((issue) => issue !== null);
}

export function attachmentOf({ claimed, size, sha256, type }: InspectedFile): Attachment {
  return { id: claimed.id, name: claimed.name, size, type: type ?? claimed.type, sha256 };
}
