import { sha256Hex } from '../shared/sha256.ts';
import {
  linesOf,
  OFFICE_DOCUMENT_IDS,
  OFFICE_DOCUMENTS,
  type OfficeDocumentId,
} from './clerk/office-documents.ts';

/** A paper with a marked place, as a PNG: an office might attach such a picture to show which document it means. */
const PAPER =
  'iVBORw0KGgoAAAANSUhEUgAAAMgAAACMCAMAAAAOTxbWAAAADFBMVEX///8CHFGcprj/5pkKpn2wAAAA1klEQVR4nO3VsRECMRAEwQfyzxkHl3oHSnNSTwTb1l6PTbpWD/hVW0Gu8YHUAqkFUgukFkgtkFogtUBqgdQCqfUV8mwHUutAyLRAaoHUAqm1P2T1490EUutAyLRAaoHUAqm1P2T1490EUutAyLRAaoHUAqm1P2T1490EUutAyLRAaoHUAqm1P2T1490EUutAyLRAaoHUAqkFUgukFkgtkFpfIa//BwICAgICAgICAgICAgICAgICAgIyBTItkFogtUBqgdQCqQVSC6QWSC2QWh/IFoHUegOYKEAAYZqg6gAAAABJRU5ErkJggg==';

const PAGE = { width: 595, height: 842, margin: 72 } as const;
const FONT_SIZE = 12;
const LINE_HEIGHT = 20;

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

/** Makes a PDF of one page of lines, whose words can be found and copied. It has only the letters of Western European languages. */
function makePdf(title: string, lines: readonly string[]): Uint8Array {
  const top = PAGE.height - PAGE.margin;
  const shown = lines.map((line) => `(${escapeText(line)}) Tj T*`).join('\n');
  const text = `BT /F1 ${FONT_SIZE} Tf ${LINE_HEIGHT} TL ${PAGE.margin} ${top} Td\n${shown}\nET`;
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /Lang (pt-PT) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escapeText(title)}) >>`,
  ]);
}

function escapeText(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}

/** Writes the objects, then the table that says at which byte each of them begins. */
function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const entries = ['0000000000 65535 f '];
  for (const [index, body] of objects.entries()) {
    entries.push(`${String(file.length).padStart(10, '0')} 00000 n `);
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>`;
  file += `xref\n0 ${size}\n${entries.join('\n')}\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
  // Each letter becomes one byte, so that the offsets counted above are right.
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}
