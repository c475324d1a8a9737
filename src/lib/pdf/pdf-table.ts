import { addElement, type Cell, type Element, PAGE, type Pen, type TextStyle } from './pdf-pen.ts';

export interface PdfTable {
  caption: string;
  columns: readonly PdfColumn[];
  /** The first cell of each row names it. */
  rows: readonly (readonly string[])[];
}

interface PdfColumn {
  heading: string;
  /** In points; all columns together are no wider than the page. */
  width: number;
  /** Set for text that must stand on one line. */
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

export function writeTable(doc: PDFKit.PDFDocument, pen: Pen, parent: Element, table: PdfTable): void {
  const element = addElement(doc, parent, 'Table');

  function cell(n: number, text: string, style: TextStyle, tag: string, of: Element | null): Cell {
    const before = table.columns.slice(0, n);
    const x = before.reduce((sum, { width }) => sum + width, PAGE.left);
    const width = (table.columns[n]?.width ?? 0) - GAP;
    return { tag, element: of, text: `${text} `, style, x, width };
  }

  function flowRow(cells: readonly Cell[], room: number, onNewPage?: () => void): void {
    pen.flow(cells, { lineHeight: LINE, keepTogether: true, room, ...(onNewPage && { onNewPage }) });
    pen.skip(PADDING);
    pen.rule();
    pen.skip(PADDING);
  }

  /** Writes the head. Where it is repeated it has no element in the structure: it is for the eye alone. */
  function writeHead(row: Element | null): void {
    const cells = table.columns.map(({ heading }, n) => {
      const of = row && addElement(doc, row, 'TH', { scope: 'Column' });
      return cell(n, heading, HEADING, 'TH', of);
    });
    flowRow(cells, row ? 3 * LINE : 0);
  }

  function writeRow(texts: readonly string[]): void {
    const row = addElement(doc, element, 'TR');
    const cells = table.columns.map(({ small }, n) => {
      const isName = n === 0;
      const tag = isName ? 'TH' : 'TD';
      const of = addElement(doc, row, tag, isName ? { scope: 'Row' } : {});
      return cell(n, texts[n] ?? '', small ? SMALL : CELL, tag, of);
    });
    flowRow(cells, 0, () => writeHead(null));
  }

  const caption = addElement(doc, element, 'Caption');
  const { left: x, width } = PAGE;
  // The caption never stands without the head and a first row.
  const options = { lineHeight: CAPTION_LINE, keepTogether: true, room: 5 * LINE };
  pen.flow([{ tag: 'Caption', element: caption, text: table.caption, style: CAPTION, x, width }], options);
  pen.skip(PADDING);
  writeHead(addElement(doc, element, 'TR'));
  for (const texts of table.rows) writeRow(texts);
}
