/** Of pdfkit, which brings no types, only what `pdf-document.ts` uses. */
declare module 'pdfkit' {
  interface StructureContent {
    readonly refs: readonly unknown[];
  }

  interface StructureElement {
    add(child: StructureElement | StructureContent): this;
    end(): void;
  }

  interface PdfOptions {
    size: 'A4';
    /** All at 0: the lines are laid out here, and pdfkit must never begin a page by itself. */
    margin: number;
    pdfVersion: '1.7';
    tagged: boolean;
    lang: string;
    displayTitle: boolean;
    /** Null: without the standard fonts, which the browser's build does not have. */
    font: null;
    /** Pages stay open until the end, for a footer that knows how many there are. */
    bufferPages: boolean;
    autoFirstPage: boolean;
    info: Record<string, string | Date>;
  }

  interface TextOptions {
    lineBreak: false;
    baseline: 'alphabetic';
  }

  export default class PDFDocument {
    constructor(options: PdfOptions);
    registerFont(name: string, font: import('fontkit').Font): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    widthOfString(text: string): number;
    text(text: string, x: number, y: number, options: TextOptions): this;
    addPage(): this;
    bufferedPageRange(): { start: number; count: number };
    switchToPage(n: number): unknown;
    struct(tag: string, options?: { scope?: 'Row' | 'Column'; actual?: string }): StructureElement;
    addStructure(element: StructureElement): this;
    markStructureContent(tag: string): StructureContent;
    markContent(tag: 'Artifact', options: { type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    stroke(color: string): this;
    on(event: 'data', listen: (bytes: Uint8Array<ArrayBuffer>) => void): this;
    on(event: 'end', listen: () => void): this;
    end(): void;
  }
}

/** What pdfkit reads fonts with; asked here which letters a font has. */
declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }

  export function create(bytes: Uint8Array): Font;
}
