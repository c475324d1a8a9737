import { addElement, type Cell, type ElementOptions, PAGE, type Pen, type TextStyle } from './pdf-pen.ts';

export interface PdfTable {
  caption: string;
  columns: readonly PdfColumn[];
  /** The first cell of each names its row. */
  rows: readonly (readonly string[])[];
}

interface PdfColumn {
  heading: string;
  /** In points; together no more than the page is wide. */
  width: number;
  /** For what must stand on one line. */
  small?: boolean;
}

const COLOR = '#2b363c';
const HEADING: TextStyle = { size: 9, weight: 'bold', color: '#021c51' };
const CELL: TextStyle = { size: 9, weight: 'regular', color: COLOR };
const SMALL: TextStyle = { size: 8, weight: 'regular', color: COLOR };
const CAPTION: TextStyle = { size: 10, weight: 'regular', color: COLOR };

const LINE = 13;
const CAPTION_LINE = 15;
const GAP = 8;
const PADDING = 4;

export function writeTable(
  doc: PDFKit.PDFDocument,
  pen: Pen,
  parent: PDFKit.PDFStructureElement,
  table: PdfTable,
): void {
  const child = (of: PDFKit.PDFStructureElement, tag: string, options: ElementOptions = {}) =>
    addElement(doc, of, tag, options);
  const element = child(parent, 'Table');
  const xs = table.columns.map((_, n) =>
    table.columns.slice(0, n).reduce((x, { width }) => x + width, PAGE.left),
  );

  const headings = table.columns.map(({ heading }) => heading);

  function cell(
    n: number,
    text: string,
    style: TextStyle,
    tag: string,
    of: PDFKit.PDFStructureElement | null,
  ): Cell {
    const width = (table.columns[n]?.width ?? 0) - GAP;
    return { tag, element: of, text: `${text} `, style, x: xs[n] ?? PAGE.left, width };
  }

  function flowRow(cells: readonly Cell[], room: number, onNewPage?: () => void): void {
    pen.flow(cells, { lineHeight: LINE, keepTogether: true, room, ...(onNewPage && { onNewPage }) });
    pen.skip(PADDING);
    pen.rule();
    pen.skip(PADDING);
  }

  function writeHead(): void {
    const row = child(element, 'TR');
    const cells = headings.map((text, n) =>
      cell(n, text, HEADING, 'TH', child(row, 'TH', { scope: 'Column' })),
    );
    flowRow(cells, 3 * LINE);
  }

  function repeatHead(): void {
    const cells = headings.map((text, n) => cell(n, text, HEADING, 'TH', null));
    flowRow(cells, 0);
  }

  function writeRow(texts: readonly string[]): void {
    const row = child(element, 'TR');
    const cells = table.columns.map(({ small }, n) => {
      const isName = n === 0;
      const tag = isName ? 'TH' : 'TD';
      return cell(
        n,
        texts[n] ?? '',
        small ? SMALL : CELL,
        tag,
        child(row, tag, isName ? { scope: 'Row' } : {}),
      );
    });
    flowRow(cells, 0, repeatHead);
  }

  const caption = child(element, 'Caption');
  pen.flow(
    [
      {
        tag: 'Caption',
        element: caption,
        text: table.caption,
        style: CAPTION,
        x: PAGE.left,
        width: PAGE.width,
      },
    ],
    // Not without the head and a first row.
    { lineHeight: CAPTION_LINE, keepTogether: true, room: 5 * LINE },
  );
  pen.skip(PADDING);
  writeHead();
  for (const texts of table.rows) writeRow(texts);
}
