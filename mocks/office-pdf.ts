const PAGE = { width: 595, height: 842, margin: 72 } as const;
const FONT_SIZE = 12;
const LINE_HEIGHT = 20;

/** Makes a PDF of one page of lines, whose words can be found and copied. It has only the letters of Western European languages. */
export function makePdf(title: string, lines: readonly string[]): Uint8Array {
  const top = PAGE.height - PAGE.margin;
  const shown = lines.map((line) => `(${escapeText(line)}) Tj T*`).join('\n');
  const text = `BT /F1 ${FONT_SIZE} Tf ${LINE_HEIGHT} TL ${PAGE.margin} ${top} Td\n${shown}\nET`;
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /Lang (pt-PT) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escapeText(title)}) >>`,
  ]);
}

function escapeText(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}

/** Writes the objects, then the table that says at which byte each of them begins. */
function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const entries = ['0000000000 65535 f '];
  for (const [index, body] of objects.entries()) {
    entries.push(`${String(file.length).padStart(10, '0')} 00000 n `);
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>`;
  file += `xref\n0 ${size}\n${entries.join('\n')}\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
  // Each letter becomes one byte, so that the offsets counted above are right.
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}
