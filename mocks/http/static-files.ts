import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

const HASHED_ASSETS = '/assets/';

/** Serves a build folder. Navigations to addresses of the app get its page; a missing file stays missing. */
export function createStaticListener(
  folder: string,
): (request: IncomingMessage, response: ServerResponse) => void {
  const serveFile = sirv(folder, {
    // Looks for files when they are asked for: a list made at the start would name files that a later build has removed.
    dev: true,
    etag: true,
    setHeaders: (response, path) => response.setHeader('Cache-Control', cacheControl(path)),
  });
  return (request, response) => {
    if (!isPlainRange(request.headers.range)) delete request.headers.range;
    serveFile(request, response, () => {
      if (!isNavigation(request)) {
        response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
        return;
      }
      const page = readFileSync(join(folder, 'index.html'));
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': page.length,
        'Cache-Control': 'no-cache',
      });
      response.end(request.method === 'HEAD' ? undefined : page);
    });
  };
}

/** One range that goes forwards. Any other may be ignored, and what reads the files would fail at one that goes backwards. */
function isPlainRange(range = ''): boolean {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? [];
  return from !== undefined && (to === '' || Number(from) <= Number(to));
}

/** A name with a hash never means anything else; everything else is asked for again at each visit. */
function cacheControl(path: string): string {
  return path.startsWith(HASHED_ASSETS) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function isNavigation({ method, url = '/', headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const lastPart = url.split('?')[0]?.split('/').at(-1) ?? '';
  return !lastPart.includes('.') && (headers.accept ?? '').includes('text/html');
}
