import type { Hono } from 'hono';
import { isPicture } from '../../domain/file-kinds.ts';
import { detectContent } from '../../domain/file-signature.ts';
import { readPictureSize } from '../../domain/large-photo.ts';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';
import { takeViewTicket } from '../office/view-tickets.ts';
import { findAttachedFile } from '../requests/request-files.ts';
import { createDownloads, type FileToSend, sendFile } from '../uploads/send-file.ts';

/** More than telephones make. A bomb of a few bytes opens to many times that. */
const PIXELS_MAX = 64_000_000;

/**
 * A file as a document of its own, which a page frames: whoever has its ticket needs no session, and gives none away. It is of the type that its
 * bytes tell, or is not shown. Chrome and Safari draw no PDF in a sandbox; their viewers are one by themselves.
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

/** With its first piece looked at; undefined for what is not what it is called, or opens to more than a browser should have to draw. */
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
