import type { Attachment, ContractIssue, SubmittedAttachment } from '../contract/types.ts';
import type { SeenFile } from './file-look.ts';
import { typeOfContent } from './file-signature.ts';
import type { Limits } from './limits.ts';
import { plainLine } from './plain-line.ts';
import { checkFiles } from './validate-attachments.ts';

/** What a server found in the bytes of a complete upload, without looking at the file name. */
export interface FoundInside extends SeenFile {
  sha256: string;
}

/** What a server found, with the name and hash that a submission claims. */
export interface InspectedFile {
  claimed: SubmittedAttachment;
  size: number;
  sha256: string;
  type: string | null;
  passwordProtected: boolean;
}

export function nameFound(claimed: SubmittedAttachment, size: number, found: FoundInside): InspectedFile {
  const { sha256, content, passwordProtected } = found;
  return { claimed, size, sha256, type: typeOfContent(content, claimed.name), passwordProtected };
}

/** Whether the server's bytes are those that the device has. */
export function isAsClaimed({ claimed, size, sha256 }: InspectedFile): boolean {
  return sha256 === claimed.sha256 && size === claimed.size;
}

export function judgeFiles(seen: readonly InspectedFile[], limits: Limits): ContractIssue[] {
  return checkFiles(
    seen.map((file) => ({ ...file, name: file.claimed.name })),
    limits,
  );
}

export function attachmentOf({ claimed, size, sha256, type }: InspectedFile): Attachment {
  return { id: claimed.id, name: plainLine(claimed.name), size, type: type ?? claimed.type, sha256 };
}
