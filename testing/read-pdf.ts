import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

type PdfPage = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;
type PdfNode = Awaited<ReturnType<PdfPage['getStructTree']>>;
type PdfElement = NonNullable<PdfNode> & { alt?: string };

export interface ReadPdf {
  info: { title: string | undefined; author: string | undefined; lang: string | undefined };
  isTagged: boolean;
  /** The text of each page as people copy it, with its line breaks. */
  pages: string[];
  /** The size of each page in points, turned as it is shown. */
  sizes: { width: number; height: number }[];
  /** The alternative text of each figure. */
  alts: string[];
  /** The roles of the structure, in reading order. */
  roles: string[];
}

/** Reads a PDF by another reader than the app's own code. */
export async function readPdf(blob: Blob): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(await blob.arrayBuffer()), verbosity: 0 });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const pages: string[] = [];
  const sizes: ReadPdf['sizes'] = [];
  const nodes: PdfElement[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push({ width: Math.round(width), height: Math.round(height) });
    nodes.push(...elementsOf(await page.getStructTree()));
  }
  const read: ReadPdf = {
    info: {
      title: textOf(info, 'Title'),
      author: textOf(info, 'Author'),
      lang: textOf(info, 'Language'),
    },
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    pages,
    sizes,
    alts: nodes.flatMap(({ alt }) => alt ?? []),
    roles: nodes.map(({ role }) => role),
  };
  await task.destroy();
  return read;
}

function textOf(info: object, key: string): string | undefined {
  const value: unknown = Reflect.get(info, key);
  return typeof value === 'string' ? value : undefined;
}

function elementsOf(node: PdfNode): PdfElement[] {
  if (!node) return [];
  return [node, ...node.children.flatMap((child) => ('role' in child ? elementsOf(child) : []))];
}
