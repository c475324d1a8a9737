import { listRuns, MODULE_MM, readModules } from '../qr-code.ts';
import { addElement, type Element, PAGE, type Pen, type TextStyle } from './pdf-pen.ts';

export interface PdfCode {
  heading: string;
  /** What a camera reads from the code. */
  content: string;
  /** The text that stands for the code to readers who do not see it. */
  alt: string;
  /** Texts that stand beside the code, one below the other; the last is small. */
  texts: readonly string[];
}

const POINTS_PER_MM = 72 / 25.4;
const MODULE = MODULE_MM * POINTS_PER_MM;

const GAP = 8;
const TEXT: TextStyle = { size: 10, weight: 'regular', color: '#2b363c' };
const SMALL: TextStyle = { size: 7, weight: 'regular', color: '#2b363c' };
const LINE = 1.4;
const AFTER_TEXT = 4;
/** How much of the texts stands on the page of the heading where there is no code, in points. */
const BEGIN = 80;

/** Writes a QR code as paths, with texts beside it, on the page of its heading. For content longer than a code can hold only the texts are written. */
export function writeCode(
  doc: PDFKit.PDFDocument,
  pen: Pen,
  parent: Element,
  { heading, content, alt, texts }: PdfCode,
  writeHeading: (text: string, room: number) => void,
): void {
  const modules = readModules(content);
  const hasCode = modules.length > 0;
  const side = modules.length * MODULE;
  const left = PAGE.left + (hasCode ? side + GAP : 0);
  const width = PAGE.right - left;
  const styled = texts.map((text) => ({ text, style: text === texts.at(-1) ? SMALL : TEXT }));
  const high = styled.reduce(
    (sum, { text, style }) => sum + pen.countLines(text, style, width) * style.size * LINE + AFTER_TEXT,
    0,
  );
  writeHeading(heading, hasCode ? Math.max(side, high) : BEGIN);
  pen.beside(
    side,
    (x, y) => {
      if (!hasCode) return;
      const figure = addElement(doc, parent, 'Figure', { alt });
      const drawn = doc.markStructureContent('Figure');
      drawModules(doc, modules, x, y);
      doc.endMarkedContent();
      figure.add(drawn);
    },
    () => {
      for (const { text, style } of styled) {
        const cell = { tag: 'P', element: addElement(doc, parent, 'P'), text, style, x: left, width };
        pen.flow([cell], { lineHeight: style.size * LINE, keepTogether: false });
        pen.skip(AFTER_TEXT);
      }
    },
  );
}

/** Draws the whole code as one path. */
function drawModules(
  doc: PDFKit.PDFDocument,
  modules: readonly boolean[][],
  left: number,
  top: number,
): void {
  for (const { row, from, to } of listRuns(modules)) {
    doc.rect(left + from * MODULE, top + row * MODULE, (to - from) * MODULE, MODULE);
  }
  doc.fill('#000000');
}
