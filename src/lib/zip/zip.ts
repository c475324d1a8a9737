/** Without ZIP64 no place in the file may lie beyond 32 bits and no count beyond 16. */
const MAX_ZIP_BYTES = 0xffff_ffff;
const MAX_ZIP_ENTRIES = 0xffff;

/** What every file takes beside its bytes and its names: two headers, and the sizes that follow the bytes. */
const OVERHEAD_BYTES = 128;

/** `unzip` takes the names of files from other systems for those of DOS, although they are marked as UTF-8: *março* came out as *mar+ºo*. */
const MADE_ON_UNIX = 3;
/** The mode of a regular file that its owner may write and everybody read, where Unix looks for it. Without it nobody may open what was unpacked. */
const READABLE_FILE = 0o100644 * 0x10000;

const PIECE_BYTES = 1024 * 1024;

/** The years that a ZIP can write; a device's clock may be anywhere. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2099;

export class ZipTooBigError extends Error {
  override readonly name = 'ZipTooBigError';
}

/** Writes a ZIP in Blobs, piece by piece, which browsers may keep on disk: only the file in hand sits in memory. The library comes when asked for. */
export async function createZipWriter(modifiedAt: Date) {
  const { Zip, ZipDeflate, ZipPassThrough } = await import('fflate');
  const pieces: Blob[] = [];
  let inHand: BlobPart[] = [];
  let bytesInHand = 0;
  const putDown = () => {
    pieces.push(new Blob(inHand));
    inHand = [];
    bytesInHand = 0;
  };
  let bytesUsed = 0;
  let entries = 0;
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    inHand.push(piece);
    bytesInHand += piece.length;
    // Headers are small and many: each in a Blob of its own would cost more than it holds.
    if (bytesInHand >= PIECE_BYTES) putDown();
  });
  return {
    /** `deflate` for text, `store` for what is compressed already. Names are UTF-8 and use `/`. */
    add(path: string, bytes: Uint8Array, method: 'store' | 'deflate'): void {
      entries += 1;
      // A name takes up to three bytes for each unit and is written twice.
      bytesUsed += bytes.byteLength + path.length * 6 + OVERHEAD_BYTES;
      if (bytesUsed > MAX_ZIP_BYTES || entries > MAX_ZIP_ENTRIES) throw new ZipTooBigError(path);
      const file = method === 'deflate' ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
      file.mtime = writableTime(modifiedAt);
      file.os = MADE_ON_UNIX;
      file.attrs = READABLE_FILE;
      zip.add(file);
      file.push(bytes, true);
    },
    finish(): Blob {
      zip.end();
      putDown();
      return new Blob(pieces, { type: 'application/zip' });
    },
  };
}

function writableTime(time: Date): Date {
  const year = time.getFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? time : new Date(FIRST_YEAR, 0, 1);
}
