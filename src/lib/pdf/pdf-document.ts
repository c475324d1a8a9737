import { type PdfCode, writeCode } from './pdf-code.ts';
import { beginPdf, type PdfFacts } from './pdf-file.ts';
import { type FontFiles, registerFonts } from './pdf-fonts.ts';
import { addElement, type Cell, createPen, PAGE, type TextStyle } from './pdf-pen.ts';
import { type PdfTable, writeTable } from './pdf-table.ts';

interface PdfOptions extends PdfFacts {
  fonts: FontFiles;
  /** Returns the lines at the foot of a page. */
  footer(page: number, pages: number): string[];
}

export type PdfWriter = Awaited<ReturnType<typeof createPdf>>;

const HEADING_COLOR = '#021c51';
const TEXT_COLOR = '#2b363c';

const TEXT: TextStyle = { size: 11, weight: 'regular', color: TEXT_COLOR };
const TERM: TextStyle = { size: 11, weight: 'bold', color: HEADING_COLOR };
const MARK: TextStyle = { size: 16, weight: 'bold', color: '#034ad8' };
const FOOTER: TextStyle = { size: 8, weight: 'regular', color: '#475164' };
const HEADINGS = {
  1: { style: { size: 22, weight: 'bold', color: HEADING_COLOR }, before: 6, after: 8 },
  2: { style: { size: 14, weight: 'bold', color: HEADING_COLOR }, before: 14, after: 4 },
  3: { style: { size: 11, weight: 'bold', color: HEADING_COLOR }, before: 8, after: 2 },
} as const;

const LINE = 16;
const FOOTER_LINE = 11;
const TERM_WIDTH = 150;
/** A heading never stands alone at the foot of a page. */
const ROOM_AFTER_HEADING = 3 * LINE;

/** Makes a tagged PDF: a screen reader tells headings, lists and tables, and text can be copied. The library comes when somebody asks, never with a page. */
export async function createPdf(options: PdfOptions) {
  const { doc, root, bytes } = await beginPdf(options);
  doc.addPage();
  const fonts = registerFonts(doc, options.fonts);
  const pen = createPen(doc, fonts);

  function write(tag: string, text: string, style: TextStyle, lineHeight: number, room?: number): void {
    const cell = { tag, element: addElement(doc, root, tag), text, style, x: PAGE.left, width: PAGE.width };
    pen.flow([cell], { lineHeight, keepTogether: room !== undefined, ...(room && { room }) });
  }

  function heading(level: 1 | 2 | 3, text: string, room: number = ROOM_AFTER_HEADING): void {
    const { style, before, after } = HEADINGS[level];
    pen.skip(before);
    write(`H${level}`, text, style, style.size * 1.3, room);
    pen.skip(after);
  }

  return {
    /** Writes the word mark, which stands above the title, once. */
    wordMark(text: string): void {
      write('P', text, MARK, MARK.size * 1.5);
    },
    heading: (level: 1 | 2 | 3, text: string): void => heading(level, text),
    paragraph(text: string): void {
      for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
        if (paragraph.trim() !== '') write('P', paragraph, TEXT, LINE);
        pen.skip(paragraph.trim() === '' ? LINE / 2 : 2);
      }
    },
    /** Writes names and their values side by side. */
    details(rows: readonly { term: string; value: string }[]): void {
      const list = addElement(doc, root, 'L');
      for (const { term, value } of rows) {
        const item = addElement(doc, list, 'LI');
        const cell = (tag: string, text: string, style: TextStyle, x: number, width: number): Cell => {
          return { tag, element: addElement(doc, item, tag), text, style, x, width };
        };
        const label = cell('Lbl', `${term} `, TERM, PAGE.left, TERM_WIDTH - LINE);
        const body = cell('LBody', value, TEXT, PAGE.left + TERM_WIDTH, PAGE.width - TERM_WIDTH);
        pen.flow([label, body], { lineHeight: LINE, keepTogether: true });
        pen.skip(3);
      }
    },
    code: (code: PdfCode): void => writeCode(doc, pen, root, code, (text, room) => heading(2, text, room)),
    table: (table: PdfTable): void => writeTable(doc, pen, root, table),
    /** Returns whether a letter so far stood in no font, so that a sign stands in its place. */
    missesLetters: fonts.missesLetters,
    finish(): Promise<Blob> {
      root.end();
      const { start, count } = doc.bufferedPageRange();
      for (let n = start; n < start + count; n += 1) {
        doc.switchToPage(n);
        const lines = options.footer(n - start + 1, count);
        for (const [line, text] of lines.entries()) {
          pen.stamp(text, FOOTER, PAGE.footer + line * FOOTER_LINE);
        }
      }
      doc.end();
      return bytes;
    },
  };
}
