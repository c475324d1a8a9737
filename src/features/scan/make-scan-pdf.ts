import type { Limits } from '../../../domain/limits.ts';
import { BYTES_PER_MB } from '../../../shared/format-bytes.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { Sheet } from '../../db/core/file-schema.ts';
import { readPhoto } from '../../db/files/file-rows.ts';
import type { Tone } from '../../lib/paper/pixels.ts';
import type { PdfFacts } from '../../lib/pdf/pdf-file.ts';
import { type PdfPicture, writePicturePdf } from '../../lib/pdf/picture-pdf.ts';
import { WHOLE_PHOTO } from './corners.ts';
import type { OpenDesk } from './paper-desk.ts';

/** The most bytes of a sheet. Three sheets are then under 2 MB, which a phone sends in a minute on a slow network. */
const SHEET_MAX_BYTES = 0.6 * BYTES_PER_MB;
/** The bytes of a PDF beside its pictures. */
const FRAME_BYTES = 64 * 1024;

interface Making {
  sheets: readonly Sheet[];
  tone: Tone;
  openDesk: OpenDesk;
  limits: Pick<Limits, 'attachmentMaxBytes'>;
  /** Returns the words that are read in the place of a picture. */
  altOf: (number: number) => string;
  onProgress: (done: number) => void;
}

/**
 * Makes one PDF of the sheets. It fits the server's limit, if the sheets are still readable then. Only one photo at a time is in memory: each is freed before
 * the next is read.
 */
export async function makeScanPdf(db: CitizenDatabase, facts: PdfFacts, making: Making): Promise<Blob> {
  const { sheets, tone, openDesk, limits, altOf, onProgress } = making;
  const share = Math.floor((limits.attachmentMaxBytes - FRAME_BYTES) / sheets.length);
  const maxBytes = Math.min(SHEET_MAX_BYTES, share);
  const pictures: PdfPicture[] = [];
  for (const [index, sheet] of sheets.entries()) {
    onProgress(index);
    const photo = await readPhoto(db, sheet);
    if (!photo) throw new Error('A part of the photo is missing');
    const { turn, corners } = sheet;
    const desk = openDesk();
    try {
      const made = await desk.make(photo, { turn, corners: corners ?? WHOLE_PHOTO, tone, maxBytes });
      pictures.push({ ...made, alt: altOf(index + 1) });
    } finally {
      desk.close();
    }
  }
  return writePicturePdf(facts, pictures);
}
