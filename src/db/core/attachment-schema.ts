import type { Attachment } from '../../../contract/types.ts';

/** An attachment of a draft. Its type is judged by content. */
export interface AttachmentRow extends Attachment {
  draftId: string;
  addedAt: string;
  /** 0: added on another device; only the server has the bytes. */
  chunkCount: number;
  /** A small picture as WebP or PNG bytes. */
  thumbnail: ArrayBuffer | null;
  /** Set by *Remover*; purged later, so that it can be undone. */
  removedAt: string | null;
  /** The id of the server's upload that takes its bytes. */
  uploadId: string | null;
  /** Whether the server has had all its bytes. */
  isUploaded: boolean;
  /** The id of the larger photo that this one was made from. The larger one is removed, but its bytes are kept until the draft has arrived. */
  originalId?: string;
}

export const CHUNK_BYTES = 1024 * 1024;

/** 1 MiB of an attachment; the last one may be shorter. */
export interface ChunkRow {
  attachmentId: string;
  n: number;
  bytes: ArrayBuffer;
}

/** An attachment that the citizen asked to see and that only the server had; its bytes are in `chunks`. */
export interface DownloadRow {
  attachmentId: string;
  requestId: string;
  size: number;
  sha256: string;
  state: 'wanted' | 'here' | 'refused';
  /** 0 until the bytes are on this device. */
  chunkCount: number;
  wantedAt: string;
  attempts: number;
  /** Milliseconds since the epoch, by the device's clock. */
  nextAttemptAt: number;
}
