import { problem } from '../../contract/problem.ts';
import type {
  AccountDraft,
  Attachment,
  DraftContent,
  OnBehalfOf,
  SubmittedAttachment,
} from '../../contract/types.ts';
import type { DayFacts, DayUsage } from '../day-limits.ts';
import { attachmentOf, type InspectedFile } from '../inspected-file.ts';
import type { Limits } from '../limits.ts';
import { goesOnFrom } from '../written/compare.ts';
import type { Loose, Written } from '../written/words.ts';

/** What the device sends under an id of its own, and sends again when it received no answer. */
export interface Sent<Content> {
  id: string;
  revision: number;
  /** The version of the account's draft that the device knew; null for none. */
  draftVersion?: string | null;
  content: Content;
  contentHash: string;
}

/** What the citizen's account already has under the id and the key of what is sent. */
export interface SentFacts<Kept> extends ActingRight, DayFacts {
  /** The hash of what came before under the same key, which is the id and revision; null when nothing came. */
  keyHash: string | null;
  /** The request or message that the id has become; null for nothing, or for something of another kind. */
  earlier: Kept | null;
  isIdTaken: boolean;
  /** The sent files that were inspected and whose uploads still exist. */
  files: readonly InspectedFile[];
  /** The attachments that the request already has under the ids of the sent ones. */
  attachments: readonly Attachment[];
  /** The account's draft under the id of what is sent. */
  draft: Pick<AccountDraft, 'etag' | 'content'> | null;
  /** The limits that the server publishes. */
  limits: Limits;
}

/**
 * A file of the sent attachments that the request keeps. If `isNew`, the attachment is added, and its upload is kept with the request. Otherwise the request has
 * the bytes already, and the upload is deleted.
 */
export interface KeptFile {
  attachment: Attachment;
  uploadId: string;
  isNew: boolean;
}

/** The decision: what came before already, or the effects of something new, with its files. */
export type Decided<Kept, Effects> =
  | { earlier: Kept }
  | ({ earlier: null; files: KeptFile[]; dayUsage: DayUsage; leftDraft: DraftContent | null } & Effects);

/**
 * Returns what came before under the same key, or what the id has become under another revision: a device that took something back and changed it, not
 * knowing that it had arrived, must not make a second one. Throws when the key or the id stands for something else.
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
 * Throws for ids under which the request has other bytes, the office's attachments included: what was sent once is never replaced. The same bytes under the
 * same id are accepted, since a device that goes on with a reply of which a part had arrived names the file again.
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

/**
 * Returns what is kept as another draft when the account's draft ends with what it became: another device has added words or files since the version that the
 * sending device knew, and may have been erased. Null: nothing. Files whose bytes are on that device alone stay there.
 */
export function leftOfDraft(
  { draft }: Pick<SentFacts<unknown>, 'draft'>,
  { draftVersion, content }: Sent<{ attachments: readonly SubmittedAttachment[] }>,
  said: Loose<Written>,
): DraftContent | null {
  if (!draft || draft.etag === draftVersion) return null;
  const isSent = (sha256: string) => content.attachments.some((file) => file.sha256 === sha256);
  const attachments = draft.content.attachments.filter(
    ({ uploadId, sha256 }) => uploadId !== null && !isSent(sha256),
  );
  if (attachments.length === 0 && goesOnFrom(said, draft.content)) return null;
  return { ...draft.content, attachments };
}

/** The right to act for another. Either side may end it at any time. */
export interface ActingRight {
  /** The named person, as the server knows them; null when nobody is named, or the citizen may not act for that person. */
  represented: OnBehalfOf | null;
}

/** Returns the named person, or null when nobody is named. Throws 403 without the right. */
export function requireRight({ represented }: ActingRight, named: OnBehalfOf | null): OnBehalfOf | null {
  if (named !== null && represented === null)
    throw problem('not-allowed', { issues: [{ field: 'onBehalfOf', code: 'notAllowed' }] });
  return represented;
}
