import { problem } from '../../contract/problem.ts';
import type { Attachment, SubmittedAttachment } from '../../contract/types.ts';
import type { DayFacts, DayUsage } from '../day-limits.ts';
import { attachmentOf, type InspectedFile } from '../inspected-file.ts';
import type { Right } from './right.ts';

/** What the device sends under an id of its own, and again where it heard no answer. */
export interface Sent<Content> {
  id: string;
  revision: number;
  content: Content;
  contentHash: string;
}

/** What the citizen's account has of what is sent. */
export interface SentFacts<Kept> extends Right, DayFacts {
  /** The hash of what came under the same key; null: nothing did. */
  keyHash: string | null;
  /** What the id has become; null: nothing, or something of another kind. */
  earlier: Kept | null;
  isIdTaken: boolean;
  /** Those that were looked into and whose uploads are still there. */
  files: readonly InspectedFile[];
  /** What the request has under the ids that the attachments bear. */
  attachments: readonly Attachment[];
}

/** A file that the request has from now on. Its upload stays; where the request has it already, nothing else does. */
export interface KeptFile {
  attachment: Attachment;
  uploadId: string;
  isNew: boolean;
}

/** What came before already, or what becomes of the new, with its files. */
export type Decided<Kept, Effects> =
  | { earlier: Kept }
  | ({ earlier: null; files: KeptFile[]; dayUsage: DayUsage } & Effects);

/**
 * What came before under the same key, or became of the id under another revision: a device that took it back and changed it, not knowing that it
 * had arrived, must not make a second one. Throws where the key or the id stands for something else.
 */
export function findEarlier<Kept>(
  { keyHash, earlier, isIdTaken }: SentFacts<Kept>,
  contentHash: string,
): Kept | null {
  if (keyHash !== null && keyHash !== contentHash) throw problem('key-reused');
  if (earlier === null && isIdTaken) throw problem('id-taken');
  return earlier;
}

/**
 * What was sent once is never replaced: throws for ids under which the request has other bytes, the office's too.
 * The same file again, which a device sends that goes on with a reply of which a part had arrived, is the same file.
 */
export function requireSameFiles(
  claimed: readonly SubmittedAttachment[],
  known: readonly Attachment[],
): void {
  const taken = claimed.filter((file) =>
    known.some(({ id, sha256 }) => id === file.id && sha256 !== file.sha256),
  );
  if (taken.length > 0) throw problem('id-taken', { attachmentIds: taken.map(({ id }) => id) });
}

export function keepFiles({
  files,
  attachments,
}: Pick<SentFacts<unknown>, 'files' | 'attachments'>): KeptFile[] {
  return files.map((file) => {
    const { id, uploadId } = file.claimed;
    const known = attachments.find((attachment) => attachment.id === id);
    return { attachment: known ?? attachmentOf(file), uploadId, isNew: known === undefined };
  });
}
