/** The part of a build that every device keeps. Other parts, such as a language or the pictures of *Ajuda*, are kept only where they are wanted. */
export const APP_PART = 'app';

/** A file's digest is the beginning of its SHA-256 in base64url. It tells files of neighbouring builds apart, and is no protection against an attacker. */
export const DIGEST_LENGTH = 12;

/** A file of a build: its path below the app's root, the digest of its content, and its size in bytes as it is sent. */
export type ListedFile = readonly [path: string, digest: string, bytes: number];

/** The files of a build that a device may keep, by part. */
export type FileList = Readonly<Record<string, readonly ListedFile[]>>;

/** Returns the folder of a build's code, styles and texts. The names within it stay the same, so that the next build's worker finds what has not changed. */
export function folderOfBuild(buildId: string): string {
  return `assets/${buildId}`;
}

export function pathOfFileList(buildId: string): string {
  return `${folderOfBuild(buildId)}/files.json`;
}

/** The endings of text files. The others (fonts, pictures, films) contain no build id, and are compressed already. */
export const TEXT_ENDINGS = ['.css', '.html', '.js', '.json', '.svg', '.txt', '.vtt', '.webmanifest'];

export function isText(path: string): boolean {
  return TEXT_ENDINGS.some((ending) => path.endsWith(ending));
}
