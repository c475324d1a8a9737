import { ownValue } from '../lib/own-value.ts';

/** Readers accept some junk before a PDF's header, and scanners do write it. */
const PDF_HEADER_WITHIN_BYTES = 1024;

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1', 'heif'];

/** What a ZIP container is can only be told from its name without unpacking it. */
const ZIP_TYPES: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** Programs and archives, which are refused under any name: Windows, Linux, macOS and Java programs, scripts, RAR, 7z, gzip, old Office. */
const REFUSED = [
  'MZ',
  '\x7fELF',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  '#!',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  '\xd0\xcf\x11\xe0',
];

const UTF16_MARKS = ['\xff\xfe', '\xfe\xff'];

/** The MIME type by the file's own signature; null when unknown. The name decides only where content cannot: text, and what a ZIP holds. */
export function detectFileType(bytes: Uint8Array, fileName: string): string | null {
  if (REFUSED.some((signature) => hasBytesAt(bytes, 0, signature))) return null;
  if (hasBytesAt(bytes, 0, 'PK\x03\x04')) return ownValue(ZIP_TYPES, extensionOf(fileName)) ?? null;
  if (hasBytesAt(bytes, 0, '\xff\xd8\xff')) return 'image/jpeg';
  if (hasBytesAt(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (hasBytesAt(bytes, 0, 'RIFF') && hasBytesAt(bytes, 8, 'WEBP')) return 'image/webp';
  if (HEIC_BRANDS.some((brand) => hasBytesAt(bytes, 4, `ftyp${brand}`))) return 'image/heic';
  if (findBytes(bytes, '%PDF-', 0, PDF_HEADER_WITHIN_BYTES) !== -1) return 'application/pdf';
  if (extensionOf(fileName) === 'txt' && isText(bytes)) return 'text/plain';
  return null;
}

/** Text in any eight-bit encoding holds no NUL; UTF-16 does, and says so with its first two bytes. */
function isText(bytes: Uint8Array): boolean {
  return UTF16_MARKS.some((mark) => hasBytesAt(bytes, 0, mark)) || !bytes.includes(0);
}

/** Invisible marks, such as those of writing direction, are not part of the ending. */
function extensionOf(fileName: string): string {
  const name = fileName
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase();
  return name.slice(name.lastIndexOf('.') + 1);
}

/** `/Encrypt 12 0 R`, or the dictionary itself; `/EncryptMetadata` is another word. */
const ENCRYPT_ENTRY = '/Encrypt';
const ENCRYPT_VALUE = /^\s*(?:<<|\d+\s+\d+\s+R)/;
const ENCRYPT_VALUE_BYTES = 40;

/** The office could not open it. The entry stands in the trailer or in a cross-reference stream's dictionary, both never compressed. */
export function isPasswordProtectedPdf(bytes: Uint8Array): boolean {
  let at = findBytes(bytes, ENCRYPT_ENTRY);
  while (at !== -1) {
    const start = at + ENCRYPT_ENTRY.length;
    const value = String.fromCharCode(...bytes.subarray(start, start + ENCRYPT_VALUE_BYTES));
    if (ENCRYPT_VALUE.test(value)) return true;
    at = findBytes(bytes, ENCRYPT_ENTRY, start);
  }
  return false;
}

/** Whether the bytes at `offset` are `signature`; letters of a text signature are Latin-1. */
export function hasBytesAt(bytes: Uint8Array, offset: number, signature: string): boolean {
  if (offset + signature.length > bytes.length) return false;
  for (let i = 0; i < signature.length; i += 1) {
    if (bytes[offset + i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}

/** The first place of a short signature before `end`, or -1. By the native search for its first letter 10 MB take milliseconds and no copy. */
function findBytes(bytes: Uint8Array, signature: string, start = 0, end = bytes.length): number {
  const first = signature.charCodeAt(0);
  let at = bytes.indexOf(first, start);
  while (at !== -1 && at < end) {
    if (hasBytesAt(bytes, at, signature)) return at;
    at = bytes.indexOf(first, at + 1);
  }
  return -1;
}
