/** The types that e-Clic knows, by MIME: the key of their words, what people call them in any language, and how their names may end, the usual way first. */
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

export type FileKindKey = (typeof FILE_KINDS)[KnownType]['key'];

/** Types that most browsers can draw; HEIC is not among them. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];

function isKnown(type: string): type is KnownType {
  return Object.hasOwn(FILE_KINDS, type);
}

/** The key of a type's words; `other` for a type that this build does not know. */
export function fileKindKey(type: string): FileKindKey | 'other' {
  return isKnown(type) ? FILE_KINDS[type].key : 'other';
}

export function fileKindName(type: string): string | undefined {
  return isKnown(type) ? FILE_KINDS[type].name : undefined;
}

/** The endings of a type, in small letters; empty for a type that this build does not know. */
export function endingsOf(type: string): readonly string[] {
  return isKnown(type) ? FILE_KINDS[type].endings : [];
}

export function isKnownEnding(ending: string): boolean {
  return Object.keys(FILE_KINDS).some((type) => endingsOf(type).includes(ending));
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

/** The type that the browser is told: HTML or SVG opened as such would run its script at our origin. */
export function blobType(type: string): string {
  return isPicture(type) || isPdf(type) ? type : 'application/octet-stream';
}
