import { sha256Hex } from '../shared/sha256.ts';
import {
  linesOf,
  OFFICE_DOCUMENT_IDS,
  OFFICE_DOCUMENTS,
  type OfficeDocumentId,
} from './clerk/office-documents.ts';
import { makePdf } from './office-pdf.ts';
import { drawPaper } from './office-picture.ts';

export interface OfficeFile {
  /** The key of the bytes, which are kept once, however many messages carry the file. */
  byteKey: string;
  bytes: Uint8Array;
  type: string;
  sha256: string;
}

/** The files that the clerk attaches to messages. */
export interface OfficeFiles {
  documents: Record<OfficeDocumentId, OfficeFile>;
  question: OfficeFile;
}

let made: Promise<OfficeFiles> | undefined;

/** Makes the files, once. They are made before a transaction begins, since within one nothing can wait for a hash. */
export function makeOfficeFiles(): Promise<OfficeFiles> {
  made ??= make();
  return made;
}

async function make(): Promise<OfficeFiles> {
  const documents = await Promise.all(
    OFFICE_DOCUMENT_IDS.map(async (id) => [id, await makeDocument(id)] as const),
  );
  return {
    documents: Object.fromEntries(documents) as Record<OfficeDocumentId, OfficeFile>,
    question: await makeFile(drawPaper(), 'image/png'),
  };
}

function makeDocument(id: OfficeDocumentId): Promise<OfficeFile> {
  const document = OFFICE_DOCUMENTS[id];
  return makeFile(makePdf(document.title, linesOf(document)), 'application/pdf');
}

/** Makes a file whose key comes from its content, so that a world that another build has kept finds the bytes that it names. */
async function makeFile(bytes: Uint8Array, type: string): Promise<OfficeFile> {
  const sha256 = await sha256Hex(bytes);
  return { byteKey: `office-${sha256}`, bytes, type, sha256 };
}
