import { sha256Hex } from '../shared/sha256.ts';
import {
  linesOf,
  OFFICE_DOCUMENT_IDS,
  OFFICE_DOCUMENTS,
  type OfficeDocumentId,
} from './clerk/office-documents.ts';
import { makePdf } from './office-pdf.ts';

/** A paper with a marked place, as a PNG: an office might attach such a picture to show which document it means. */
const PAPER =
  'iVBORw0KGgoAAAANSUhEUgAAAMgAAACMCAMAAAAOTxbWAAAADFBMVEX///8CHFGcprj/5pkKpn2wAAAA1klEQVR4nO3VsRECMRAEwQfyzxkHl3oHSnNSTwTb1l6PTbpWD/hVW0Gu8YHUAqkFUgukFkgtkFogtUBqgdQCqfUV8mwHUutAyLRAaoHUAqm1P2T1490EUutAyLRAaoHUAqm1P2T1490EUutAyLRAaoHUAqm1P2T1490EUutAyLRAaoHUAqm1P2T1490EUutAyLRAaoHUAqkFUgukFkgtkFpfIa//BwICAgICAgICAgICAgICAgICAgIyBTItkFogtUBqgdQCqQVSC6QWSC2QWh/IFoHUegOYKEAAYZqg6gAAAABJRU5ErkJggg==';

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
  const paper = Uint8Array.from(atob(PAPER), (byte) => byte.charCodeAt(0));
  return {
    documents: Object.fromEntries(documents) as Record<OfficeDocumentId, OfficeFile>,
    question: await makeFile(paper, 'image/png'),
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
