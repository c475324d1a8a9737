import type { Attachment, CitizenRequest, DraftContent, Message } from '../../contract/types.ts';
import { BYTES_PER_MB } from '../../src/lib/format-bytes.ts';

/** Grows when an older build could no longer read what a newer one writes. */
export const COPY_VERSION = 3;
/** Those that can be read. The first had no files of requests, the second did not say which request a draft is about. */
export const COPY_VERSIONS = [1, 2, COPY_VERSION] as const;
type CopyVersion = (typeof COPY_VERSIONS)[number];

export const CONTENT_PATH = 'copia.json';
export const MANIFEST_PATH = 'manifesto.json';

/** What is looked at before anything is unpacked. A ZIP of this kind can hold no more than that many files and bytes. */
export const COPY_CAPS = {
  entries: 0xffff,
  fileBytes: 128 * BYTES_PER_MB,
  totalBytes: 0xffff_ffff,
};

/** Named as the citizen's own file; its type, as it was judged, is judged again when loaded. */
export interface CopiedAttachment extends Omit<Attachment, 'id'> {
  /** Where its bytes are in the ZIP; null when this device did not have them. */
  path: string | null;
}

/** What the citizen wrote, without ids: loading makes new ones. */
export interface CopiedDraft extends Omit<DraftContent, 'attachments' | 'writtenAt'> {
  createdAt: string;
  updatedAt: string;
  /** Since when it waited to be sent; null for a draft. Loading makes a draft of either. */
  waitingSince: string | null;
  attachments: CopiedAttachment[];
}

/** `copia.json`. Requests and messages are the server's: they are for the citizen to keep and are never loaded back. */
export interface Copy {
  format: 'e-clic-copia';
  version: CopyVersion;
  createdAt: string;
  drafts: CopiedDraft[];
  requests: CitizenRequest[];
  messages: Message[];
}

export type ListedFile = Pick<Attachment, 'size' | 'sha256'> & { path: string };

/** `manifesto.json`: every other file of the ZIP. */
export interface Manifest {
  format: 'e-clic-manifesto';
  version: CopyVersion;
  files: ListedFile[];
}

/** `path` says which file is not as it was written, when that is known. Of a copy that finds the device full nothing was kept. */
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
