import type { TFunction } from 'i18next';
import { megabytes } from '../../lib/format-bytes.ts';

const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];
const PDF = 'application/pdf';

/** As people call them; whoever reads these does not need them in another language. */
const SHORT_NAMES: Record<string, string> = {
  [PDF]: 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/heic': 'HEIC',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'text/plain': 'TXT',
};

const BYTES_PER_KB = 1024;
const BYTES_PER_MB = BYTES_PER_KB * BYTES_PER_KB;

export function isPicture(type: string): boolean {
  return PICTURES.includes(type);
}

export function isPdf(type: string): boolean {
  return type === PDF;
}

/**
 * What the browser is told that the bytes are. All but pictures and PDFs is nothing that it could open: a page or a drawing with script in it
 * would run as one of our own.
 */
export function blobType(type: string): string {
  return isPicture(type) || isPdf(type) ? type : 'application/octet-stream';
}

export function describeKind(t: TFunction<'thread'>, type: string): string {
  return (Object.hasOwn(SHORT_NAMES, type) && SHORT_NAMES[type]) || t('attachment.otherKind');
}

/** In kB below a megabyte: *0 MB* would be no size. */
export function describeSize(t: TFunction<'thread'>, bytes: number): string {
  if (bytes >= BYTES_PER_MB) return t('attachment.size', { size: megabytes(bytes) });
  return t('attachment.sizeSmall', { size: Math.max(1, Math.round(bytes / BYTES_PER_KB)) });
}
