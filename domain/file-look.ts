import {
  detectContent,
  ENCRYPT_OVERLAP_BYTES,
  type FileContent,
  isPasswordProtectedPdf,
  SIGNATURE_BYTES,
} from './file-signature.ts';

/** What the bytes of a file tell, regardless of its name. */
export interface SeenFile {
  content: FileContent | null;
  passwordProtected: boolean;
}

/**
 * The version of these rules, raised when they would see something else in the same bytes. The server inspects a file anew if its kept result has another
 * version.
 */
export const LOOK_RULES = 1;

interface FileLook {
  /** Takes the next piece of the file, of any length. */
  lookAt(piece: Uint8Array): void;
  seen(): SeenFile;
}

/** Inspects a file piece by piece, so that one piece at a time is in memory and other work runs between two. */
export function lookIntoFile(): FileLook {
  let first: Uint8Array = new Uint8Array();
  let last: Uint8Array = new Uint8Array();
  let hasNul = false;
  let hasPassword = false;
  return {
    lookAt(piece) {
      if (first.length < SIGNATURE_BYTES) first = join(first, piece.subarray(0, SIGNATURE_BYTES));
      hasNul ||= piece.includes(0);
      if (hasPassword) return;
      const more = join(last, piece);
      hasPassword = isPasswordProtectedPdf(more);
      last = more.slice(-ENCRYPT_OVERLAP_BYTES);
    },
    seen() {
      const content = detectContent(first, () => !hasNul);
      return { content, passwordProtected: content === 'application/pdf' && hasPassword };
    },
  };
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
