import type { Context as Call } from 'hono';
import { downloadHeaders } from '../../contract/answer-headers.ts';
import { tooManyAtOnce } from '../../contract/problem.ts';
import type { Attachment } from '../../contract/types.ts';
import { fitFileName } from '../../domain/file-name.ts';
import type { Bindings } from '../caller.ts';
import type { Context } from '../context.ts';
import { createRoom, type Room } from '../room.ts';
import { onceSentOrGone } from '../send-json.ts';

/** A device reads files one after the other. Of each file that is begun and not read, one piece stays in memory. */
const AT_ONCE = 4;

export interface FileToSend {
  attachment: Attachment;
  pieces: AsyncGenerator<Uint8Array>;
}

export interface Downloads extends Pick<Context, 'onBug'> {
  places: Room;
  /** Makes the answer for somebody who has begun as many downloads as they may. */
  refuse(): Response;
}

export function createDownloads(
  { onBug }: Pick<Context, 'onBug'>,
  refuse: () => Response = tooManyAtOnce,
): Downloads {
  return { onBug, refuse, places: createRoom({ each: AT_ONCE, all: Number.POSITIVE_INFINITY }) };
}

/**
 * Sends a file piece by piece, each once the one before has been taken. `shown`: headers for a file that is shown; without them it is downloaded. When the
 * first piece cannot be had, this throws before the answer begins.
 */
export async function sendFile(
  call: Call,
  { places, refuse, onBug }: Downloads,
  who: string,
  { attachment, pieces }: FileToSend,
  shown?: Record<string, string>,
): Promise<Response> {
  const { name, type, size } = attachment;
  // The name may be older than the rule for names.
  const headers = { ...(shown ?? downloadHeaders(fitFileName(name, type))), 'Content-Length': String(size) };
  // Hono leaves out the body of a HEAD, so nobody would read the pieces or give them up.
  if (call.req.raw.method === 'HEAD') return call.body(null, 200, headers);
  const release = places.take(who, 1);
  if (release === null) throw refuse();
  const { outgoing }: Bindings = call.env;
  if (outgoing) onceSentOrGone(outgoing, release);
  try {
    const first = await pieces.next();
    if (first.done) throw new Error('Of a file that is kept nothing can be had');
    return call.body(streamOf(first, pieces, { onEnd: release, onBug }), 200, headers);
  } catch (error) {
    release();
    throw error;
  }
}

interface StreamWatch extends Pick<Context, 'onBug'> {
  /** Called once the stream has been read or given up. */
  onEnd(): void;
}

/** Reports here what is thrown once the answer has begun: whatever writes to the connection would print it as it is. */
function streamOf(
  first: IteratorResult<Uint8Array>,
  pieces: AsyncGenerator<Uint8Array>,
  { onEnd, onBug }: StreamWatch,
): ReadableStream<Uint8Array> {
  let begun: IteratorResult<Uint8Array> | null = first;
  let isGivenUp = false;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        const { done, value } = begun ?? (await pieces.next());
        begun = null;
        if (isGivenUp) return;
        if (!done) return controller.enqueue(value);
        onEnd();
        controller.close();
      } catch (error) {
        onEnd();
        if (!isGivenUp) onBug(error);
        throw new Error('A file was cut off: one of its pieces cannot be had');
      }
    },
    async cancel() {
      isGivenUp = true;
      onEnd();
      await pieces.return(undefined);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
