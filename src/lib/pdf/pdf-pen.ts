import type { PdfFonts, Weight } from './pdf-fonts.ts';
import { breakLines, joinRuns, type Run } from './pdf-lines.ts';

/** A4, in points, with a margin of 17 mm and room for the footer. */
export const PAGE = { left: 48, top: 48, width: 499, bottom: 762, footer: 786, right: 547 };

const RULE_COLOR = '#64718b';

export type Element = PDFKit.PDFStructureElement;

export interface TextStyle {
  size: number;
  weight: Weight;
  color: string;
}

export interface Cell {
  /** The tag of the cell's element in the structure, which the cell's lines belong to. */
  tag: string;
  /** Null where the cell is repeated for the eye alone. */
  element: Element | null;
  text: string;
  style: TextStyle;
  x: number;
  width: number;
}

interface FlowOptions {
  lineHeight: number;
  /** Keeps the cells on one page, where one page can hold them. */
  keepTogether: boolean;
  /** How much of what follows must begin on the same page, in points. */
  room?: number;
  onNewPage?: () => void;
}

/** What pdfkit's types do not know: which way a heading cell points, and where on its page a figure lies, in points from the left and from the top. */
export type ElementOptions = PDFKit.Mixins.StructureElementOptions & {
  scope?: 'Row' | 'Column';
  bbox?: [left: number, top: number, right: number, bottom: number];
};

/** Adds a new element to the structure, within another. */
export function addElement(doc: PDFKit.PDFDocument, parent: Element, tag: string, options?: ElementOptions) {
  const element = doc.struct(tag, options);
  parent.add(element);
  return element;
}

export type Pen = ReturnType<typeof createPen>;

/** Makes a pen that writes from the top of a page to its bottom, and on. */
export function createPen(doc: PDFKit.PDFDocument, fonts: PdfFonts) {
  const ink = createInk(doc, fonts);
  let y = PAGE.top;

  function breakText(text: string, style: TextStyle, width: number): Run[][] {
    return breakLines(
      fonts.letters(text, style.weight),
      width,
      (run) => fonts.measure(run, style.weight) * style.size,
    );
  }

  return {
    countLines: (text: string, style: TextStyle, width: number): number =>
      breakText(text, style, width).length,
    /** Writes cells side by side, each with as many lines as it needs. */
    flow(cells: readonly Cell[], { lineHeight, keepTogether, room = 0, onNewPage }: FlowOptions): void {
      const laidOut = cells.map((cell) => ({ ...cell, lines: breakText(cell.text, cell.style, cell.width) }));
      const count = Math.max(...laidOut.map(({ lines }) => lines.length));
      const height = count * lineHeight + room;
      const needed = keepTogether && height <= PAGE.bottom - PAGE.top ? height : lineHeight;
      const turnPage = () => {
        doc.addPage();
        y = PAGE.top;
        onNewPage?.();
      };
      if (y + needed > PAGE.bottom) turnPage();
      for (let from = 0; from < count; ) {
        const fits = Math.floor((PAGE.bottom - y) / lineHeight);
        if (fits < 1) {
          turnPage();
          continue;
        }
        for (const { lines, tag, element, style, x } of laidOut) {
          const here = lines.slice(from, from + fits);
          const placed = here.map((runs, n) => ({ runs, x, baseline: y + n * lineHeight + style.size }));
          if (element) ink.draw(placed, style, element, tag);
          else for (const line of placed) ink.drawForTheEye(line, style);
        }
        y += Math.min(fits, count - from) * lineHeight;
        from += fits;
      }
    },
    /** Draws something at the left of what is written, both from the same height, where the page has room for it. */
    beside(height: number, draw: (x: number, y: number) => void, write: () => void): void {
      const top = y;
      draw(PAGE.left, top);
      write();
      // If `y` is less than `top`, the text has gone on to another page.
      if (y >= top) y = Math.max(y, top + height);
    },
    skip(height: number): void {
      y += height;
    },
    rule(): void {
      doc.markContent('Artifact', { type: 'Layout' });
      doc.moveTo(PAGE.left, y).lineTo(PAGE.right, y).lineWidth(0.5).stroke(RULE_COLOR);
      doc.endMarkedContent();
    },
    /** Writes one line anywhere, outside the text that is read. */
    stamp(text: string, style: TextStyle, baseline: number): void {
      const runs = joinRuns(fonts.letters(text, style.weight));
      ink.drawForTheEye({ runs, x: PAGE.left, baseline }, style);
    },
  };
}

type PlacedLine = { runs: readonly Run[]; x: number; baseline: number };

function createInk(doc: PDFKit.PDFDocument, fonts: PdfFonts) {
  /** Draws a run, and returns where the next one begins. */
  function drawRun(run: Run, style: TextStyle, x: number, baseline: number): number {
    doc.font(fonts.nameOf(run, style.weight)).fontSize(style.size).fillColor(style.color);
    doc.text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
    return x + doc.widthOfString(run.text);
  }

  return {
    /** Draws a line outside the text that is read. */
    drawForTheEye({ runs, x: left, baseline }: PlacedLine, style: TextStyle): void {
      doc.markContent('Artifact', { type: 'Pagination' });
      let x = left;
      for (const run of runs) x = drawRun(run, style, x, baseline);
      doc.endMarkedContent();
    },
    /** Draws lines as part of an element of the structure. */
    draw(lines: readonly PlacedLine[], style: TextStyle, element: Element, tag: string): void {
      // Marked content within other marked content confuses readers, so a sign for missing letters interrupts the text around it.
      let open: PDFKit.PDFStructureContent | null = null;
      const close = () => {
        if (!open) return;
        doc.endMarkedContent();
        element.add(open);
        open = null;
      };
      for (const { runs, x: left, baseline } of lines) {
        let x = left;
        for (const run of runs) {
          if (run.actual === undefined) {
            open ??= doc.markStructureContent(tag);
            x = drawRun(run, style, x, baseline);
          } else {
            close();
            const span = addElement(doc, element, 'Span', { actual: run.actual });
            const sign = doc.markStructureContent('Span');
            x = drawRun(run, style, x, baseline);
            doc.endMarkedContent();
            span.add(sign);
          }
        }
      }
      close();
    },
  };
}
