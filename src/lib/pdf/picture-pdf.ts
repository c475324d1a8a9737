import { beginPdf, type PdfFacts } from './pdf-file.ts';
import { addElement, type ElementOptions } from './pdf-pen.ts';

export interface PdfPicture {
  /** A JPEG, which goes into the PDF as it is. */
  bytes: ArrayBuffer;
  width: number;
  height: number;
  /** The text that stands for the picture to readers who cannot see it. */
  alt: string;
}

/** Puts each picture on an A4 page of its own, upright or across as the picture is, as large as fits. */
export async function writePicturePdf(facts: PdfFacts, pictures: readonly PdfPicture[]): Promise<Blob> {
  const { doc, root, bytes } = await beginPdf(facts);
  for (const { bytes: picture, width, height, alt } of pictures) {
    doc.addPage({ size: 'A4', margin: 0, layout: width > height ? 'landscape' : 'portrait' });
    const scale = Math.min(doc.page.width / width, doc.page.height / height);
    const size = { width: width * scale, height: height * scale };
    const left = (doc.page.width - size.width) / 2;
    const top = (doc.page.height - size.height) / 2;
    const box: ElementOptions['bbox'] = [left, top, left + size.width, top + size.height];
    const figure = addElement(doc, root, 'Figure', { alt, bbox: box });
    figure.add(doc.markStructureContent('Figure'));
    doc.image(picture, left, top, size);
    doc.endMarkedContent();
    figure.end();
  }
  root.end();
  doc.end();
  return bytes;
}
