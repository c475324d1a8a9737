import type { Quarters } from '../../db/core/scan-schema.ts';
import type { SheetLook } from '../../lib/paper/doubts.ts';
import type { Corners, Doubt, Tone } from '../../lib/paper/pixels.ts';

/** A photo as it is turned. */
interface OpenedPhoto {
  /** A JPEG to show on the screen. */
  picture: ArrayBuffer;
  width: number;
  height: number;
  /** Where the sheet's corners seem to lie; null where none were found. */
  corners: Corners | null;
}

interface SheetOrder {
  turn: Quarters;
  corners: Corners;
  tone: Tone;
  /** What the JPEG may weigh; one that cannot be made so small is as small as is still readable. */
  maxBytes: number;
}

interface SheetPicture {
  bytes: ArrayBuffer;
  width: number;
  height: number;
}

/** Where photos become sheets, one at a time. Each call rejects where this browser cannot do it. */
export interface PaperDesk {
  /** Puts a photo on the desk, in the place of the one before. */
  open(photo: Blob, turn: Quarters): Promise<OpenedPhoto>;
  /** Looks whether the sheet of the open photo can be read; `others` is what was seen of the sheets before it. */
  look(corners: Corners, others: readonly SheetLook[]): Promise<{ look: SheetLook; doubts: Doubt[] }>;
  /** A small picture of the sheet of the open photo. */
  shrink(corners: Corners): Promise<ArrayBuffer>;
  /** Makes the sheet of a photo, which need not be the open one. */
  make(photo: Blob, order: SheetOrder): Promise<SheetPicture>;
}

export interface DeskCall {
  callId: number;
  name: keyof PaperDesk;
  args: readonly unknown[];
}

export type DeskReply = { callId: number; answer: unknown } | { callId: number; failed: true };
