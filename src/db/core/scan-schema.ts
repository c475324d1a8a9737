import type { Corners, Tone } from '../../lib/paper/pixels.ts';

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
