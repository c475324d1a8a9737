/**
 * The file types that e-Clic knows, by MIME type: the key of their texts, the name that people use in every language, and their file endings, the usual one
 * first.
 */
const FILE_KINDS = {
  'application/pdf': { key: 'pdf', name: 'PDF', endings: ['pdf'] },
  'image/jpeg': { key: 'jpeg', name: 'JPG', endings: ['jpg', 'jpeg', 'jpe', 'jfif', 'pjpeg', 'pjp'] },
  'image/png': { key: 'png', name: 'PNG', endings: ['png'] },
  'image/webp': { key: 'webp', name: 'WebP', endings: ['webp'] },
  'image/heic': { key: 'heic', name: 'HEIC', endings: ['heic', 'heif', 'hif'] },
  'application/vnd.oasis.opendocument.text': { key: 'odt', name: 'ODT', endings: ['odt'] },
  'application/vnd.oasis.opendocument.spreadsheet': { key: 'ods', name: 'ODS', endings: ['ods'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    key: 'docx',
    name: 'DOCX',
    endings: ['docx'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    key: 'xlsx',
    name: 'XLSX',
    endings: ['xlsx'],
  },
  'text/plain': { key: 'txt', name: 'TXT', endings: ['txt'] },
} as const satisfies Record<string, { key: string; name: string; endings: readonly string[] }>;

type KnownType = keyof typeof FILE_KINDS;

type FileKindKey = (typeof FILE_KINDS)[KnownType]['key'];

/** Types that most browsers can draw; HEIC is not among them. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];

function isKnown(type: string): type is KnownType {
  return Object.hasOwn(FILE_KINDS, type);
}

/** Returns the key of a type's texts, or `other` for a type that this build does not know. */
export function fileKindKey(type: string): FileKindKey | 'other' {
  return isKnown(type) ? FILE_KINDS[type].key : 'other';
}

export function fileKindName(type: string): string | undefined {
  return isKnown(type) ? FILE_KINDS[type].name : undefined;
}

/** Returns the endings of a type in small letters, or none for a type that this build does not know. */
export function endingsOf(type: string): readonly string[] {
  return isKnown(type) ? FILE_KINDS[type].endings : [];
}

export function isKnownEnding(ending: string): boolean {
  return Object.keys(FILE_KINDS).some((type) => endingsOf(type).includes(ending));
}

/** Lists the types that the server accepts, for people: *PDF, JPG, …*. A type for which this build has no name is left out. */
export function fileKindNames(types: readonly string[]): string {
  return types.flatMap((type) => fileKindName(type) ?? []).join(', ');
}

export function isPicture(type: string): boolean {
  return PICTURES.includes(type);
}

export function isPdf(type: string): boolean {
  return type === 'application/pdf';
}

/** Returns the type under which the browser may open a file: HTML or SVG opened under its own type would run its script at our origin. */
export function blobType(type: string): string {
  return isPicture(type) || isPdf(type) ? type : 'application/octet-stream';
}
