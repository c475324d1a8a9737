import type { Attachment, CitizenRequest, DraftContent, Message } from '../../contract/types.ts';
import { BYTES_PER_MB } from '../../shared/format-bytes.ts';

/** The version that this build writes, raised when older builds cannot read what it writes. */
export const COPY_VERSION = 4;
/**
 * The versions that this build reads. The first had no files of requests, the second did not say which request a draft is about, the third knew
 * neither corrections nor reminders.
 */
export const COPY_VERSIONS = [1, 2, 3, COPY_VERSION] as const;
type CopyVersion = (typeof COPY_VERSIONS)[number];

export const CONTENT_PATH = 'copia.json';
export const MANIFEST_PATH = 'manifesto.json';

/** Limits that are checked before anything is unpacked. No ZIP of this kind can have more files or bytes. */
export const COPY_CAPS = {
  entries: 0xffff,
  fileBytes: 128 * BYTES_PER_MB,
  totalBytes: 0xffff_ffff,
};

/** An attachment by the citizen's own name for it. Its type is judged again when the copy is loaded. */
export interface CopiedAttachment extends Omit<Attachment, 'id'> {
  /** Where its bytes are in the ZIP; null when this device did not have them. */
  path: string | null;
}

/** A draft without ids; loading makes new ones. */
export interface CopiedDraft extends Omit<DraftContent, 'attachments' | 'writtenAt'> {
  createdAt: string;
  updatedAt: string;
  /** When the citizen submitted the draft, if it waited to be sent; otherwise null. Loading makes a draft of both. */
  waitingSince: string | null;
  attachments: CopiedAttachment[];
}

/** A request as the server sent it. */
export interface CopiedRequest extends CitizenRequest {
  /** The ratings that the server does not have: those that wait, oldest first, and the one that is being written. Absent where there is none. */
  unsentRatings?: UnsentRating[];
}

export interface UnsentRating {
  /** Null while the citizen has not said. */
  helpful: boolean | null;
  comment: string;
}

/** A reminder that the citizen set on a request. */
export interface Reminder {
  requestId: string;
  /** yyyy-mm-dd. */
  on: string;
}

/**
 * The content of `copia.json`. Requests and messages belong to the server: the copy has them for the citizen to keep, and loading it restores neither them
 * nor their ratings and reminders.
 */
export interface Copy {
  format: 'e-clic-copia';
  version: CopyVersion;
  createdAt: string;
  drafts: CopiedDraft[];
  requests: CopiedRequest[];
  messages: Message[];
  /** Absent from older copies. */
  reminders?: Reminder[];
}

export type CopiedFile = Pick<Attachment, 'size' | 'sha256'> & { path: string };

/** The content of `manifesto.json`: every other file of the ZIP. */
export interface Manifest {
  format: 'e-clic-manifesto';
  version: CopyVersion;
  files: CopiedFile[];
}

/**
 * Why a copy was not loaded. `path` names the file that differs from what was written, when that is known. When the device is full, nothing of the copy is
 * kept.
 */
export interface CopyProblem {
  code:
    | 'notACopy'
    | 'newerVersion'
    | 'tooBig'
    | 'tooManyDrafts'
    | 'cancelled'
    | 'damaged'
    | 'unexpectedFile'
    | 'unsafePath'
    | 'deviceFull';
  path?: string;
}
