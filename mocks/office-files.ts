import { sha256Hex } from '../src/lib/sha256.ts';
import { makePdf } from './office-pdf.ts';
import { drawPaper } from './office-picture.ts';
import { ANSWER_PDF_LINES, ANSWER_PDF_TITLE } from './office-texts.ts';

export interface OfficeFile {
  /** Where its bytes are: kept once, however many messages carry it. */
  byteKey: string;
  bytes: Uint8Array;
  type: string;
  sha256: string;
}

/** What the clerk puts into the envelope. */
export interface OfficeFiles {
  answer: OfficeFile;
  question: OfficeFile;
}

let made: Promise<OfficeFiles> | undefined;

/** Made before a transaction begins: within one nobody can wait for a hash. */
export function makeOfficeFiles(): Promise<OfficeFiles> {
  made ??= make();
  return made;
}

async function make(): Promise<OfficeFiles> {
  return {
    answer: await makeFile(makePdf(ANSWER_PDF_TITLE, ANSWER_PDF_LINES), 'application/pdf'),
    question: await makeFile(drawPaper(), 'image/png'),
  };
}

/** Named by what is in it, so that a world that was kept by another build finds the bytes that it names. */
async function makeFile(bytes: Uint8Array, type: string): Promise<OfficeFile> {
  const sha256 = await sha256Hex(bytes);
  return { byteKey: `office-${sha256}`, bytes, type, sha256 };
}
