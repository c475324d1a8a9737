import { encode } from 'uqr';
import { addElement, type Element, PAGE, type Pen, type TextStyle } from './pdf-pen.ts';

export interface PdfCode {
  heading: string;
  /** What whoever reads the code with a camera gets. */
  content: string;
  /** What stands there, for who does not see it. */
  alt: string;
  /** Stand beside it, one below the other; the last is small. */
  texts: readonly string[];
}

/** 0.6 mm: read at 150 dpi, which is what a printer's scanner gives, and by a phone that is held over the paper. */
const MODULE = 1.7;
/** White around the code, in modules, as the standard asks. */
const QUIET_ZONE = 4;
/** The largest code has 177 modules at a side, and holds so much at the lowest level. */
const MAX_BYTES = 2953;

const GAP = 8;
const TEXT: TextStyle = { size: 10, weight: 'regular', color: '#2b363c' };
const SMALL: TextStyle = { size: 7, weight: 'regular', color: '#2b363c' };
/** So that what stands beside a code ends on its page. */
const ROOM_FOR_TEXT = 80;

/** A QR code as paths, with texts beside it, on the page of its heading. What is longer than a code can hold stands as texts alone. */
export function writeCode(
  doc: PDFKit.PDFDocument,
  pen: Pen,
  parent: Element,
  { heading, content, alt, texts }: PdfCode,
  writeHeading: (text: string, room: number) => void,
): void {
  const hasCode = new TextEncoder().encode(content).length <= MAX_BYTES;
  const { data: modules } = hasCode ? encode(content, { border: QUIET_ZONE, boostEcc: true }) : { data: [] };
  const side = modules.length * MODULE;
  const left = PAGE.left + (hasCode ? side + GAP : 0);
  writeHeading(heading, side + ROOM_FOR_TEXT);
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
      for (const text of texts) {
        const style = text === texts.at(-1) ? SMALL : TEXT;
        const cell = {
          tag: 'P',
          element: addElement(doc, parent, 'P'),
          text,
          style,
          x: left,
          width: PAGE.right - left,
        };
        pen.flow([cell], { lineHeight: style.size * 1.4, keepTogether: false });
        pen.skip(4);
      }
    },
  );
}

/** As one path: between two, a screen would show a line of light. */
function drawModules(
  doc: PDFKit.PDFDocument,
  modules: readonly boolean[][],
  left: number,
  top: number,
): void {
  for (const [row, cells] of modules.entries()) {
    for (let from = 0; from < cells.length; from += 1) {
      let to = from;
      while (cells[to]) to += 1;
      if (to > from) doc.rect(left + from * MODULE, top + row * MODULE, (to - from) * MODULE, MODULE);
      from = to;
    }
  }
  doc.fill('#000000');
}
