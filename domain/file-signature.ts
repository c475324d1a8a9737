import { hasEndingOf } from './file-name.ts';

/** Readers accept some junk before a PDF's header, and scanners do write it. */
const PDF_HEADER_WITHIN_BYTES = 1024;
/** The number of first bytes that tell a type. Text is also recognised by having no NUL in the whole file. */
export const SIGNATURE_BYTES = PDF_HEADER_WITHIN_BYTES + '%PDF-'.length;

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1', 'heif'];

/** Types in a ZIP container, which without unpacking only the name tells apart. */
const ZIP_TYPES = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
];

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

/** What the bytes tell: a MIME type, or `zip` or `text`, whose type only the file name tells. */
export type FileContent = string | 'zip' | 'text';

/** Returns the MIME type by the file's own signature, or null. The name decides only where content cannot: text, and what a ZIP holds. */
export function detectFileType(bytes: Uint8Array, fileName: string): string | null {
  return typeOfContent(
    detectContent(bytes, () => !bytes.includes(0)),
    fileName,
  );
}

export function typeOfContent(content: FileContent | null, fileName: string): string | null {
  if (content === 'zip') return ZIP_TYPES.find((type) => hasEndingOf(type, fileName)) ?? null;
  if (content === 'text') return hasEndingOf('text/plain', fileName) ? 'text/plain' : null;
  return content;
}

/** Detects the content by the first `SIGNATURE_BYTES`; null where no name would make it acceptable. `hasNoNul` looks at the whole file. */
export function detectContent(bytes: Uint8Array, hasNoNul: () => boolean): FileContent | null {
  if (REFUSED.some((signature) => hasBytesAt(bytes, 0, signature))) return null;
  if (hasBytesAt(bytes, 0, 'PK\x03\x04')) return 'zip';
  if (hasBytesAt(bytes, 0, '\xff\xd8\xff')) return 'image/jpeg';
  if (hasBytesAt(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (hasBytesAt(bytes, 0, 'RIFF') && hasBytesAt(bytes, 8, 'WEBP')) return 'image/webp';
  if (HEIC_BRANDS.some((brand) => hasBytesAt(bytes, 4, `ftyp${brand}`))) return 'image/heic';
  if (hasPdfHeader(bytes)) return 'application/pdf';
  // Text in any eight-bit encoding holds no NUL; UTF-16 does, and says so with its first two bytes.
  return UTF16_MARKS.some((mark) => hasBytesAt(bytes, 0, mark)) || hasNoNul() ? 'text' : null;
}

function hasPdfHeader(bytes: Uint8Array): boolean {
  for (let at = 0; at < PDF_HEADER_WITHIN_BYTES; at += 1) if (hasBytesAt(bytes, at, '%PDF-')) return true;
  return false;
}

/** The entry's value is a reference, as in `/Encrypt 12 0 R`, or the dictionary itself. `/EncryptMetadata` is another entry. */
const ENCRYPT_ENTRY = '/Encrypt';
const ENCRYPT_VALUE = /^\s*(?:<<|\d+\s+\d+\s+R)/;
const ENCRYPT_VALUE_BYTES = 40;
/** How many bytes of the previous piece must be looked at again when a file is read piece by piece. */
export const ENCRYPT_OVERLAP_BYTES = ENCRYPT_ENTRY.length + ENCRYPT_VALUE_BYTES - 1;
/** The most entries that are looked at: a file that is full of them would take seconds. */
const ENTRIES_MAX = 1000;

/**
 * Whether a PDF needs a password, so that the office could not open it. The entry is in the trailer or in a cross-reference stream's dictionary, which are
 * never compressed.
 */
export function isPasswordProtectedPdf(bytes: Uint8Array): boolean {
  let at = findEncryptEntry(bytes, 0);
  for (let seen = 0; at !== -1 && seen < ENTRIES_MAX; seen += 1) {
    const start = at + ENCRYPT_ENTRY.length;
    const value = String.fromCharCode(...bytes.subarray(start, start + ENCRYPT_VALUE_BYTES));
    if (ENCRYPT_VALUE.test(value)) return true;
    at = findEncryptEntry(bytes, start);
  }
  return false;
}

const LAST = ENCRYPT_ENTRY.length - 1;
const LAST_LETTER = ENCRYPT_ENTRY.charCodeAt(LAST);
/** How far the search may advance, by the letter at the place of the word's last letter. */
const STEPS = new Uint8Array(256).fill(ENCRYPT_ENTRY.length);
for (let i = 0; i < LAST; i += 1) STEPS[ENCRYPT_ENTRY.charCodeAt(i)] = LAST - i;

/** Searches by Horspool's steps, most of them as long as the word. No letter occurs twice in the word, so no byte is looked at more than twice. */
function findEncryptEntry(bytes: Uint8Array, start: number): number {
  for (let at = start; at + LAST < bytes.length; ) {
    const letter = bytes[at + LAST] ?? 0;
    if (letter === LAST_LETTER && hasBytesAt(bytes, at, ENCRYPT_ENTRY)) return at;
    at += STEPS[letter] ?? 1;
  }
  return -1;
}

/** Whether the bytes at `offset` are `signature`; letters of a text signature are Latin-1. */
export function hasBytesAt(bytes: Uint8Array, offset: number, signature: string): boolean {
  if (offset + signature.length > bytes.length) return false;
  for (let i = 0; i < signature.length; i += 1) {
    if (bytes[offset + i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}
