import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

const FOLDER = new URL('../mocks/cmd/', import.meta.url);

interface PageFile {
  /** The name in `mocks/cmd`; a build puts the file into `demo/cmd` under the same name. */
  fileName: string;
  path: string;
  type: string;
}

/** The files of the simulated provider. It is a page of its own, outside the app and its worker, as the real provider is another site. */
export const CMD_PAGE_FILES: readonly PageFile[] = [
  { path: '/demo/cmd', fileName: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/demo/cmd/cmd.css', fileName: 'cmd.css', type: 'text/css; charset=utf-8' },
  { path: '/demo/cmd/cmd.js', fileName: 'cmd.js', type: 'text/javascript; charset=utf-8' },
];

export function readCmdPageFile({ fileName }: PageFile): Buffer {
  return readFileSync(new URL(fileName, FOLDER));
}

/** Answers `/demo/cmd` and its two files; returns false for anything else. */
export function answerCmdPage(request: IncomingMessage, response: ServerResponse, basePath = ''): boolean {
  const path = (request.url ?? '').split('?')[0]?.replace(/\/$/, '');
  const file = CMD_PAGE_FILES.find((candidate) => candidate.path === path);
  if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  const bytes = belowPath(readCmdPageFile(file), basePath);
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': bytes.length,
    'Cache-Control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return true;
}

/** Adds the base path to the addresses in the page, which names its other files from the root. */
function belowPath(bytes: Buffer, basePath: string): Buffer {
  return basePath === ''
    ? bytes
    : Buffer.from(bytes.toString('utf8').replaceAll('="/demo/', `="${basePath}/demo/`));
}
