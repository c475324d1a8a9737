import type { Attachment } from '../../../contract/types.ts';
import type { Corners, Tone } from '../../lib/paper/pixels.ts';

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
  /** How many bytes have come so far; they are kept once all are here. */
  doneBytes?: number;
  wantedAt: string;
  attempts: number;
  /** Milliseconds since the epoch, by the device's clock. */
  nextAttemptAt: number;
}

/** How often a photo is turned by a quarter, clockwise. */
export type Quarters = 0 | 1 | 2 | 3;

/** A photo of paper. Its bytes, as the camera wrote them, are in `chunks` under its id; after the last of them lies a small picture of the sheet. */
export interface Sheet {
  id: string;
  /** The MIME type of the photo, judged by content. */
  type: string;
  chunkCount: number;
  /** Whether *Usar esta página* has been pressed. */
  isUsed: boolean;
  turn: Quarters;
  /** The corners of the paper on the photo as it is turned; null until they have been looked for. */
  corners: Corners | null;
  /** Set by *Remover* and when the sheets have become a PDF; purged later, so that it can be undone. */
  removedAt: string | null;
  /** The id of the attachment from which this sheet was made, and whose place its PDF takes. */
  attachmentId?: string;
  /** Set where the photo is another than the attachment, since the page was taken again. */
  isTakenAgain?: true;
}

/** The photos of paper that are to become one PDF of a draft, in their order. They never leave this device. */
export interface ScanRow {
  draftId: string;
  sheets: Sheet[];
  tone: Tone;
  /** The name of the PDF, without its ending; empty until somebody has written one. */
  name: string;
}

/** Returns the sheets that nobody has removed, in their order. */
export function sheetsOf(scan: ScanRow | undefined): Sheet[] {
  return scan?.sheets.filter(({ removedAt }) => removedAt === null) ?? [];
}
