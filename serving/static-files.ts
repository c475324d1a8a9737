import { existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, posix } from 'node:path';
import sirv from 'sirv';
import { EMPTY_PAGE } from '../shared/empty-page.ts';
import { chooseForm, findCompressedForms } from './compressed-forms.ts';

const HASHED_ASSETS = '/assets/';

/**
 * Serves a build folder: an address gets its file or the page of that name, and a navigation to any other address of the app gets the empty page, each in the
 * smallest form that the browser accepts. A missing file is answered with 404.
 */
export function createStaticListener(
  folder: string,
): (request: IncomingMessage, response: ServerResponse) => void {
  // sirv looks for files when they are asked for: a list made at the start would name files that a later build has removed. In this mode it does not look for
  // compressed forms, so it is told which file to serve; and it leaves out the tag when nothing has changed, so the tag is handled here.
  const serveFile = sirv(folder, { dev: true, extensions: [] });
  return (request, response) => {
    const path = findPath(folder, request);
    if (path === undefined) return answerNotFound(response);
    const forms = findCompressedForms(join(folder, path));
    const { range, 'if-range': resumed, 'accept-encoding': accepted } = request.headers;
    // A download that came compressed cannot be resumed: a range is one of the plain file.
    if (!isPlainRange(range) || (resumed && forms.length > 0)) delete request.headers.range;
    const form = request.headers.range ? undefined : chooseForm(forms, accepted);
    if (forms.length > 0) response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Cache-Control', cacheControl(path));
    const file = `${path}${form?.ending ?? ''}`;
    const tag = makeTag(join(folder, file));
    response.setHeader('ETag', tag);
    if (request.headers['if-none-match']?.split(/, */).includes(tag)) {
      response.writeHead(304).end();
      return;
    }
    request.url = encodeURI(file);
    serveFile(request, response, () => answerNotFound(response));
  };
}

function findPath(folder: string, request: IncomingMessage): string | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const address = readAddress(request);
  const path = [address, `${address}.html`, `${address}/index.html`].find((each) =>
    isFile(join(folder, each)),
  );
  return path ?? (isNavigation(request) ? `/${EMPTY_PAGE}` : undefined);
}

/** Returns the path without its query and its last slash, and with no way out of the folder. */
function readAddress({ url = '/' }: IncomingMessage): string {
  const path = url.split('?')[0] ?? '/';
  return posix.normalize(`/${decode(path)}`).replace(/\/+$/, '');
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Makes the tag of one form of a file. It is weak, since it stands for when the bytes were written, not for what they are. */
function makeTag(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `W/"${size}-${Math.floor(mtimeMs)}${extname(file)}"`;
}

export function answerNotFound(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

/** Whether the header names one range that goes forwards. Any other may be ignored, and reading the file would fail at one that goes backwards. */
function isPlainRange(range = ''): boolean {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? [];
  return from !== undefined && (to === '' || Number(from) <= Number(to));
}

/** Returns how long a browser may keep a file. A name with a hash never means anything else; the browser asks for all other files again at each visit. */
function cacheControl(path: string): string {
  return path.startsWith(HASHED_ASSETS) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function isNavigation({ url = '/', headers }: IncomingMessage): boolean {
  const lastPart = url.split('?')[0]?.split('/').at(-1) ?? '';
  return !lastPart.includes('.') && (headers.accept ?? '').includes('text/html');
}
