import { create, type Font } from 'fontkit';
import { drawLetters, type Run } from './pdf-lines.ts';

declare module 'fontkit' {
  /** The library's types know Node's Buffer alone. */
  function create(bytes: Uint8Array): Font;
}

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** Registers a font that is read already; the library's types know only bytes and names. */
      registerFont(name: string, font: Font): this;
    }
  }
}

/** The bytes of WOFF files. A letter is drawn with the first that has it; the first of `regular` must have U+FFFD. */
export interface FontFiles {
  regular: readonly Uint8Array[];
  /** A letter that these do not have is drawn with the regular ones. */
  bold: readonly Uint8Array[];
}

export type Weight = keyof FontFiles;

export type PdfFonts = ReturnType<typeof registerFonts>;

export function registerFonts(doc: PDFKit.PDFDocument, files: FontFiles) {
  const regular = files.regular.map((bytes, n) => register(doc, `regular-${n}`, bytes));
  const bold = files.bold.map((bytes, n) => register(doc, `bold-${n}`, bytes));
  const families = { regular, bold: [...bold, ...regular] };
  let isMissing = false;
  const widths = new Map<string, number>();

  /** Returns the name by which the document knows the font of a run. */
  function nameOf(run: Run, weight: Weight): string {
    const font = families[weight][run.font];
    if (!font) throw new RangeError(`There is no font ${run.font}`);
    return font.name;
  }

  return {
    nameOf,
    /** Returns whether a letter so far stood in none of the fonts. */
    missesLetters: () => isMissing,
    letters(text: string, weight: Weight): Run[] {
      const family = families[weight];
      const has = (n: number, codePoint: number) => family[n]?.font.hasGlyphForCodePoint(codePoint) ?? false;
      const letters = drawLetters(text, family.length, has);
      isMissing ||= letters.some(({ actual }) => actual !== undefined);
      return letters;
    },
    /** Returns the width in points, at the size of one point. */
    measure(run: Run, weight: Weight): number {
      const name = nameOf(run, weight);
      const key = `${name} ${run.text}`;
      let width = widths.get(key);
      if (width === undefined) {
        width = doc.font(name).fontSize(1).widthOfString(run.text);
        widths.set(key, width);
      }
      return width;
    },
  };
}

function register(doc: PDFKit.PDFDocument, name: string, bytes: Uint8Array): { name: string; font: Font } {
  const font = create(bytes);
  doc.registerFont(name, font);
  return { name, font };
}
