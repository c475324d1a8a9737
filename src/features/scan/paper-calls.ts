import type { Quarters } from '../../db/core/file-schema.ts';
import type { SheetLook } from '../../lib/paper/doubts.ts';
import type { Corners, Doubt, Tone } from '../../lib/paper/pixels.ts';

/** A photo on the desk, turned as the citizen chose. */
interface OpenedPhoto {
  /** A JPEG to show on the screen. */
  picture: ArrayBuffer;
  width: number;
  height: number;
  /** The sheet's corners as they seem to lie; null where none were found. */
  corners: Corners | null;
}

interface SheetOrder {
  turn: Quarters;
  corners: Corners;
  tone: Tone;
  /** The most bytes of the JPEG. If it cannot be made so small, it is as small as it can be while still readable. */
  maxBytes: number;
}

interface SheetPicture {
  bytes: ArrayBuffer;
  width: number;
  height: number;
}

/** Makes sheets of photos, one photo at a time. Each call rejects if this browser cannot do it. */
export interface PaperDesk {
  /** Puts a photo on the desk and removes the one before. */
  open(photo: Blob, turn: Quarters): Promise<OpenedPhoto>;
  /** Examines whether the sheet of the open photo can be read. `others` is what was seen of the sheets before it. */
  look(corners: Corners, others: readonly SheetLook[]): Promise<{ look: SheetLook; doubts: Doubt[] }>;
  /** Makes a small picture of the sheet of the open photo. */
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
