/** What a PDF tells its reader before its pages. */
export interface PdfFacts {
  title: string;
  author: string;
  /** The language of the whole document (BCP 47). */
  lang: string;
  createdAt: Date;
  /** Keywords stand in the file uncompressed: they are found without reading the whole format, and other programs that save the file keep them. */
  keywords?: string;
}

/**
 * Begins an A4 document, without pages yet, and the root of its structure. `bytes` resolves once the document is ended. The library comes when
 * somebody asks, never with a page.
 */
export async function beginPdf({ title, author, lang, createdAt, keywords }: PdfFacts) {
  const { default: Document } = await import('pdfkit');
  const doc = new Document({
    size: 'A4',
    // The lines are laid out here, and pdfkit must never begin a page by itself.
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang,
    displayTitle: true,
    // The document has none of the standard fonts: the browser's build does not have them.
    font: '',
    // Pages stay open until the end, for a footer that knows how many there are.
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: title,
      Author: author,
      Creator: author,
      CreationDate: createdAt,
      ...(keywords !== undefined && { Keywords: keywords }),
    },
  });
  const bytes = collect(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root, bytes };
}

function collect(doc: PDFKit.PDFDocument): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  return new Promise((resolve) => {
    doc.on('data', (piece: Uint8Array<ArrayBuffer>) => pieces.push(piece));
    doc.on('end', () => resolve(new Blob(pieces, { type: 'application/pdf' })));
  });
}
