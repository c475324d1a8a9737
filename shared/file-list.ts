/** What every device keeps of a build. The other parts, a language or the pictures of *Ajuda*, are kept where they are wanted. */
export const APP_PART = 'app';

/** The beginning of a SHA-256 in base64url: it tells files of neighbouring builds apart, and guards against nobody. */
export const DIGEST_LENGTH = 12;

/** Its path from where the app stands; the digest of what it says; the bytes in which it is sent. */
export type ListedFile = readonly [path: string, digest: string, bytes: number];

/** The files of a build that a device may keep, by their part. */
export type FileList = Readonly<Record<string, readonly ListedFile[]>>;

/** Where the code, style and texts of a build stand, each under a name that stays the same: what has not changed is then the same file in the next build. */
export function folderOfBuild(buildId: string): string {
  return `assets/${buildId}`;
}

export function pathOfFileList(buildId: string): string {
  return `${folderOfBuild(buildId)}/files.json`;
}

/** Fonts, pictures and films hold no id of a build, and are compressed already. */
export const TEXT_ENDINGS = ['.css', '.html', '.js', '.json', '.svg', '.txt', '.vtt', '.webmanifest'];

export function isText(path: string): boolean {
  return TEXT_ENDINGS.some((ending) => path.endsWith(ending));
}
