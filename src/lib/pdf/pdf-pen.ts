import type { PdfFonts } from './pdf-fonts.ts';
import { createInk, type TextStyle } from './pdf-ink.ts';
import { joinRuns, type Run } from './pdf-letters.ts';
import { breakLines } from './pdf-lines.ts';

/** A4, in points, with a margin of 17 mm and room for the footer. */
export const PAGE = { left: 48, top: 48, width: 499, bottom: 762, footer: 786, right: 547 };

export interface Cell {
  /** Of its element in the structure, which the cell's lines belong to. */
  tag: string;
  /** Null: repeated for the eye alone. */
  element: PDFKit.PDFStructureElement | null;
  text: string;
  style: TextStyle;
  x: number;
  width: number;
}

interface FlowOptions {
  lineHeight: number;
  /** On one page, where one page can hold it. */
  keepTogether: boolean;
  /** Also what follows must begin on the same page: so much of it. */
  room?: number;
  onNewPage?: () => void;
}

/** Writes from the top of a page to its bottom, and on. */
export interface Pen {
  /** Cells side by side, each as many lines as it needs. */
  flow(cells: readonly Cell[], options: FlowOptions): void;
  skip(height: number): void;
  rule(): void;
  /** One line anywhere, outside the text that is read. */
  stamp(text: string, style: TextStyle, y: number): void;
}

export function createPen(doc: PDFKit.PDFDocument, fonts: PdfFonts): Pen {
  const ink = createInk(doc, fonts);
  let y = PAGE.top;

  function newPage(): void {
    doc.addPage();
    y = PAGE.top;
  }

  function breakText(text: string, style: TextStyle, width: number): Run[][] {
    return breakLines(
      fonts.letters(text, style.weight),
      width,
      (run) => fonts.measure(run, style.weight) * style.size,
    );
  }

  return {
    flow(cells, { lineHeight, keepTogether, room = 0, onNewPage }) {
      const laidOut = cells.map((cell) => ({ ...cell, lines: breakText(cell.text, cell.style, cell.width) }));
      const count = Math.max(...laidOut.map(({ lines }) => lines.length));
      const height = count * lineHeight + room;
      const needed = keepTogether && height <= PAGE.bottom - PAGE.top ? height : lineHeight;
      if (y + needed > PAGE.bottom) {
        newPage();
        onNewPage?.();
      }
      for (let from = 0; from < count; ) {
        const fits = Math.floor((PAGE.bottom - y) / lineHeight);
        if (fits < 1) {
          newPage();
          onNewPage?.();
          continue;
        }
        for (const { lines, tag, element, style, x } of laidOut) {
          const here = lines.slice(from, from + fits);
          const placed = here.map((runs, n) => ({ runs, x, baseline: y + n * lineHeight + style.size }));
          if (element) ink.draw(placed, style, element, tag);
          else for (const { runs, baseline } of placed) ink.drawForTheEye(runs, style, x, baseline);
        }
        y += Math.min(fits, count - from) * lineHeight;
        from += fits;
      }
    },
    skip(height) {
      y += height;
    },
    rule() {
      doc.markContent('Artifact', { type: 'Layout' });
      doc.moveTo(PAGE.left, y).lineTo(PAGE.right, y).lineWidth(0.5).stroke(RULE_COLOR);
      doc.endMarkedContent();
    },
    stamp(text, style, baseline) {
      ink.drawForTheEye(joinRuns(fonts.letters(text, style.weight)), style, PAGE.left, baseline);
    },
  };
}

const RULE_COLOR = '#64718b';
