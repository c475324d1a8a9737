import type { Hono } from 'hono';
import { isPicture } from '../../domain/file-kinds.ts';
import { detectContent } from '../../domain/file-signature.ts';
import { readPictureSize } from '../../domain/large-photo.ts';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';
import { takeViewTicket } from '../office/view-tickets.ts';
import { findAttachedFile } from '../requests/request-files.ts';
import { createDownloads, type FileToSend, sendFile } from '../uploads/send-file.ts';

/** More pixels than phones take. A file of a few bytes can open to many times that. */
const PIXELS_MAX = 64_000_000;

/**
 * Serves a file as a document of its own, which a page of Balcão frames. Its ticket opens it without a session, and gives none away. The file is shown
 * only if its bytes are of the type that it is said to have. A PDF is not sandboxed: Chrome and Safari draw none in a sandbox, and their viewers are
 * sandboxes themselves.
 */
export function viewRoutes(routes: Hono<Env>, context: Context): void {
  const downloads = createDownloads(context);
  routes.get('/ficheiro/:ticket', async (call) => {
    const ticket = await takeViewTicket(context, call.req.param('ticket'));
    const { citizenId, requestId, attachmentId, userName } = ticket ?? {};
    const file =
      citizenId && requestId && attachmentId
        ? await findAttachedFile(context, citizenId, requestId, attachmentId)
        : undefined;
    const seen = file && (await lookAtFirst(file));
    if (!seen || !userName)
      return call.body('Este ficheiro não pode ser mostrado. Descarregue-o.', 404, TEXT);
    return sendFile(call, downloads, userName, seen, headersOf(seen.attachment.type));
  });
}

const TEXT = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'; sandbox",
};

function headersOf(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': 'inline',
    'Content-Security-Policy': `default-src 'none'; frame-ancestors 'self'${isPicture(type) ? '; sandbox' : ''}`,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}

/** Looks at the first piece of a file. Undefined: it is not of the type that it is said to have, or has more pixels than a browser should draw. */
async function lookAtFirst({ attachment, pieces }: FileToSend): Promise<FileToSend | undefined> {
  const first = await pieces.next();
  if (first.done || detectContent(first.value, () => false) !== attachment.type) return undefined;
  if (isPicture(attachment.type)) {
    const size = readPictureSize(first.value);
    if (!size || size.width * size.height > PIXELS_MAX) return undefined;
  }
  return { attachment, pieces: withFirst(first.value, pieces) };
}

async function* withFirst(
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  yield first;
  yield* rest;
}
