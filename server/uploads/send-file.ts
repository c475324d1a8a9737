import type { Context as Call } from 'hono';
import { downloadHeaders } from '../../src/contract/download-headers.ts';
import { tooManyAtOnce } from '../../src/contract/problem.ts';
import type { Attachment } from '../../src/contract/types.ts';
import { fitFileName } from '../../src/domain/file-name.ts';
import { createRoom, type Room } from '../room.ts';

/** A device reads one after the other; a piece of each that is not read stays in memory. */
const AT_ONCE = 4;

export interface FileToSend {
  attachment: Attachment;
  pieces: AsyncGenerator<Uint8Array>;
}

export function createDownloads(): Room {
  return createRoom({ each: AT_ONCE, all: Number.POSITIVE_INFINITY });
}

/** Piece by piece, each as the one before has been taken. What cannot be had is thrown before the answer begins, where it is the first piece. */
export async function sendFile(
  call: Call,
  downloads: Room,
  who: string,
  { attachment, pieces }: FileToSend,
): Promise<Response> {
  const { name, type, size } = attachment;
  // A name may be older than the rule for names.
  const headers = { ...downloadHeaders(fitFileName(name, type)), 'Content-Length': String(size) };
  // Hono leaves the body out, which then nobody would read or give up.
  if (call.req.raw.method === 'HEAD') return call.body(null, 200, headers);
  const release = downloads.take(who, 1);
  if (release === null) throw tooManyAtOnce();
  try {
    const first = await pieces.next();
    return call.body(streamOf(first, pieces, release), 200, headers);
  } catch (error) {
    release();
    throw error;
  }
}

/** `onEnd` is told when it has been read or given up. */
function streamOf(
  first: IteratorResult<Uint8Array>,
  pieces: AsyncGenerator<Uint8Array>,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  let begun: IteratorResult<Uint8Array> | null = first;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        const { done, value } = begun ?? (await pieces.next());
        begun = null;
        if (!done) return controller.enqueue(value);
        onEnd();
        controller.close();
      } catch (error) {
        onEnd();
        throw error;
      }
    },
    async cancel() {
      onEnd();
      await pieces.return(undefined);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
