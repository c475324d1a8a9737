import type { TFunction } from 'i18next';
import { megabytes } from '../../lib/format-bytes.ts';

const BYTES_PER_KB = 1024;
const BYTES_PER_MB = BYTES_PER_KB * BYTES_PER_KB;

const TYPE_KEYS = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': 'txt',
} as const;

type KnownType = keyof typeof TYPE_KEYS;

function isKnown(type: string): type is KnownType {
  return Object.hasOwn(TYPE_KEYS, type);
}

/** The kind of a file in words. */
export function describeType(t: TFunction<'attachments'>, type: string): string {
  return t(`type.${isKnown(type) ? TYPE_KEYS[type] : 'other'}`);
}

/** The short names of the types that the server takes: *PDF, JPEG, …*; what this build has no name for is left out. */
export function shortTypes(types: readonly string[]): string {
  return types
    .filter(isKnown)
    .map((type) => TYPE_KEYS[type].toUpperCase())
    .join(', ');
}

/** In kB below a megabyte: *0 MB* would be no size. */
export function describeSize(t: TFunction<'attachments'>, bytes: number): string {
  if (bytes < BYTES_PER_MB) return t('sizeSmall', { size: Math.max(1, Math.round(bytes / BYTES_PER_KB)) });
  return t('size', { size: megabytes(bytes) });
}
