import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStaticListener } from './static-files.ts';

const PAGE = `<!doctype html><title>e-Clic</title>${'<p>Pedido</p>'.repeat(50)}`;
const SIGN_IN = PAGE.replace('e-Clic', 'Entrar');
const SCRIPT = `void ${'0;'.repeat(200)}`;
const PICTURE = 'picture';
const HTML = { accept: 'text/html,*/*' };

let folder: string;
let server: Server;

/** Writes a text with both compressed forms beside it, as a build leaves it. */
function writeText(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'eclic-files-'));
  writeText('app.html', PAGE);
  writeText('entrar.html', SIGN_IN);
  writeText('script.js', SCRIPT);
  writeText('manifest.webmanifest', SCRIPT);
  writeFileSync(join(folder, 'picture.png'), PICTURE);
  server = createServer(createStaticListener(folder));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Returns an answer as it came over the wire: `fetch` would unpack it and not say so. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, method, agent: false }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part);
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) });
    })
      .on('error', reject)
      .end();
  });
}

const ENCODINGS = [
  ['br', 'gzip, deflate, br, zstd', brotliDecompressSync],
  ['br', 'br;q=0.5, gzip', brotliDecompressSync],
  ['gzip', 'gzip, deflate', gunzipSync],
  ['gzip', 'br;q=0, GZIP;q=0.8', gunzipSync],
  [undefined, 'identity', (body: Buffer) => body],
  [undefined, 'gzip;q=0.0, brotli', (body: Buffer) => body],
] as const;

describe('What a build holds compressed', () => {
  it.each(ENCODINGS)('comes as %s to a browser that takes %s', async (encoding, accepted, unpack) => {
    for (const [path, text, type] of [
      ['/script.js', SCRIPT, 'text/javascript'],
      ['/manifest.webmanifest', SCRIPT, 'application/manifest+json'],
      ['/entrar?tema=x', SIGN_IN, 'text/html;charset=utf-8'],
      ['/pedidos/x', PAGE, 'text/html;charset=utf-8'],
    ] as const) {
      const { status, headers, body } = await ask(path, { ...HTML, 'accept-encoding': accepted });
      expect([status, headers['content-encoding'], headers['content-type']], path).toEqual([
        200,
        encoding,
        type,
      ]);
      expect(headers.vary).toBe('Accept-Encoding');
      expect(unpack(body).toString(), path).toBe(text);
    }
  });

  it.each(['/script.js', '/', '/entrar', '/pedidos/x'])(
    'at %s has a tag for each form, and is not sent again to whoever has that form',
    async (path) => {
      const tags = new Set<string>();
      for (const encoding of ['br', 'gzip', 'identity']) {
        const headers = { ...HTML, 'accept-encoding': encoding };
        const tag = (await ask(path, headers)).headers.etag ?? '';
        const again = await ask(path, { ...headers, 'if-none-match': `W/"older", ${tag}` });
        expect([again.status, again.body.length], encoding).toEqual([304, 0]);
        expect(again.headers).toMatchObject({
          etag: tag,
          vary: 'Accept-Encoding',
          'cache-control': 'no-cache',
        });
        for (const other of tags) {
          expect((await ask(path, { ...headers, 'if-none-match': other })).status).toBe(200);
        }
        tags.add(tag);
      }
      expect(tags.size).toBe(3);
    },
  );

  it('says its size without sending it, to whoever asks for that alone', async () => {
    const { headers, body } = await ask('/script.js', { 'accept-encoding': 'br' }, 'HEAD');
    expect([headers['content-length'], body.length]).toEqual([String(brotliCompressSync(SCRIPT).length), 0]);
  });

  it('is never pieced together from two forms', async () => {
    const range = { range: 'bytes=0-3', 'accept-encoding': 'br' };
    const { status, headers, body } = await ask('/script.js', range);
    expect([status, headers['content-encoding'], body.toString()]).toEqual([206, undefined, 'void']);
    // A file that came compressed, and was last changed at that time, is sent again as a whole.
    const since = headers['last-modified'] ?? '';
    const rest = await ask('/script.js', { ...range, 'if-range': since });
    expect([rest.status, rest.headers['content-encoding']]).toEqual([200, 'br']);
  });

  it('comes as it is now, where it was changed by hand after the build', async () => {
    writeText('note.txt', SCRIPT);
    const later = Date.now() / 1000 + 60;
    writeFileSync(join(folder, 'note.txt'), 'changed');
    utimesSync(join(folder, 'note.txt'), later, later);
    const { headers, body } = await ask('/note.txt', { 'accept-encoding': 'br, gzip' });
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'changed']);
  });
});

describe('What a build holds as it is', () => {
  it('comes as it is, whole or in pieces', async () => {
    const { headers, body } = await ask('/picture.png', { 'accept-encoding': 'br, gzip' });
    expect([headers['content-encoding'], headers.vary, body.toString()]).toEqual([
      undefined,
      undefined,
      PICTURE,
    ]);
    const since = headers['last-modified'] ?? '';
    const piece = await ask('/picture.png', { range: 'bytes=4-', 'if-range': since });
    expect([piece.status, piece.body.toString()]).toEqual([206, 'ure']);
  });

  it('is all that is served', async () => {
    const longer = `/${'x'.repeat(300)}.js`;
    for (const path of ['/../package.json', '/%2e%2e/x', '/..%5cx', '/%00', '/%E0%A4%A', longer]) {
      expect((await ask(path)).status, path).toBe(404);
    }
  });

  it('is read, not written to', async () => {
    expect((await ask('/entrar', HTML, 'POST')).status).toBe(404);
  });
});
