import type { PdfFonts, Weight } from './pdf-fonts.ts';
import type { Run } from './pdf-letters.ts';

export interface TextStyle {
  size: number;
  weight: Weight;
  color: string;
}

export interface Ink {
  /** Outside the text that is read. */
  drawForTheEye(line: readonly Run[], style: TextStyle, x: number, baseline: number): void;
  /** As part of an element of the structure. */
  draw(
    lines: readonly PlacedLine[],
    style: TextStyle,
    element: PDFKit.PDFStructureElement,
    tag: string,
  ): void;
}

interface PlacedLine {
  runs: readonly Run[];
  x: number;
  baseline: number;
}

export function createInk(doc: PDFKit.PDFDocument, fonts: PdfFonts): Ink {
  /** Where the next run begins. */
  function drawRun(run: Run, style: TextStyle, x: number, baseline: number): number {
    doc.font(fonts.nameOf(run, style.weight)).fontSize(style.size).fillColor(style.color);
    doc.text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
    return x + doc.widthOfString(run.text);
  }

  return {
    drawForTheEye(line, style, left, baseline) {
      doc.markContent('Artifact', { type: 'Pagination' });
      let x = left;
      for (const run of line) x = drawRun(run, style, x, baseline);
      doc.endMarkedContent();
    },
    draw(lines, style, element, tag) {
      // One within another confuses readers, so that what stands for missing letters interrupts its text.
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
            const span = doc.struct('Span', { actual: run.actual });
            element.add(span);
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
