import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

type PdfPage = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;
type PdfNode = Awaited<ReturnType<PdfPage['getStructTree']>>;

export interface ReadPdf {
  info: { title: string | undefined; author: string | undefined; lang: string | undefined };
  isTagged: boolean;
  /** As it is copied, a line for each line. */
  pages: string[];
  /** The roles of the structure in the order in which it is read. */
  roles: string[];
}

/** A PDF as another reader sees it. */
export async function readPdf(blob: Blob): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(await blob.arrayBuffer()), verbosity: 0 });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const pages: string[] = [];
  const roles: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    roles.push(...rolesOf(await page.getStructTree()));
  }
  const read: ReadPdf = {
    info: {
      title: textOf(info, 'Title'),
      author: textOf(info, 'Author'),
      lang: textOf(info, 'Language'),
    },
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    pages,
    roles,
  };
  await task.destroy();
  return read;
}

function textOf(info: object, key: string): string | undefined {
  const value: unknown = Reflect.get(info, key);
  return typeof value === 'string' ? value : undefined;
}

function rolesOf(node: PdfNode): string[] {
  if (!node) return [];
  return [node.role, ...node.children.flatMap((child) => ('role' in child ? rolesOf(child) : []))];
}
