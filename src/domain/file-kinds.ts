/** The types that e-Clic knows, by MIME: the key of their words, and what people call them in any language. */
const FILE_KINDS = {
  'application/pdf': { key: 'pdf', name: 'PDF' },
  'image/jpeg': { key: 'jpeg', name: 'JPG' },
  'image/png': { key: 'png', name: 'PNG' },
  'image/webp': { key: 'webp', name: 'WebP' },
  'image/heic': { key: 'heic', name: 'HEIC' },
  'application/vnd.oasis.opendocument.text': { key: 'odt', name: 'ODT' },
  'application/vnd.oasis.opendocument.spreadsheet': { key: 'ods', name: 'ODS' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { key: 'docx', name: 'DOCX' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { key: 'xlsx', name: 'XLSX' },
  'text/plain': { key: 'txt', name: 'TXT' },
} as const;

type KnownType = keyof typeof FILE_KINDS;

export type FileKindKey = (typeof FILE_KINDS)[KnownType]['key'];

/** What most browsers can draw; HEIC is not among it. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];

function isKnown(type: string): type is KnownType {
  return Object.hasOwn(FILE_KINDS, type);
}

/** `other` for what this build has no words for. */
export function fileKindKey(type: string): FileKindKey | 'other' {
  return isKnown(type) ? FILE_KINDS[type].key : 'other';
}

export function fileKindName(type: string): string | undefined {
  return isKnown(type) ? FILE_KINDS[type].name : undefined;
}

/** The types that the server takes, for people: *PDF, JPG, …*; what this build has no name for is left out. */
export function fileKindNames(types: readonly string[]): string {
  return types.flatMap((type) => fileKindName(type) ?? []).join(', ');
}

export function isPicture(type: string): boolean {
  return PICTURES.includes(type);
}

export function isPdf(type: string): boolean {
  return type === 'application/pdf';
}

/** What the browser is told that the bytes are: a page or a drawing with script in it, opened as such, would run as one of our own. */
export function blobType(type: string): string {
  return isPicture(type) || isPdf(type) ? type : 'application/octet-stream';
}
