import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { closeServer, listenAnywhere } from '../../contract/conformance/local-server.ts';

const KEY = 'key-for-tests';
const SECRET = 'secret/for+tests';
const REGION = 'pt-1';
const BUCKET = '/files';

export interface ThrowawayStore {
  /** The address for `FILES_URL`. */
  url: string;
  objects: Map<string, Buffer>;
  /** A store that is down answers 503. */
  setDown(isDown: boolean): void;
  /** Leaves the next PUT without an answer, before or after its bytes are kept. Resolves when it has come so far, to a function that ends the call. */
  holdNextPut(at: 'arrived' | 'kept'): Promise<() => void>;
  stop(): Promise<void>;
}

/**
 * Does in memory what the server needs of S3. It is as strict as a real store: it checks the signature of version 4, which it works out from the description
 * and not with the library that signs, and the hash of what comes. Like Google's, and unlike Amazon's, it answers 404 when what is to be deleted is not there.
 */
export async function startThrowawayStore(): Promise<ThrowawayStore> {
  const objects = new Map<string, Buffer>();
  let isDown = false;
  let held: { at: 'arrived' | 'kept'; reach: (end: () => void) => void } | null = null;
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    if (held && request.method === 'PUT') {
      if (held.at === 'kept') answer(request, body);
      held.reach(() => void response.destroy());
      held = null;
      return;
    }
    const status = isDown ? 503 : answer(request, body);
    response.writeHead(status, { ETag: `"${hash('md5', body)}"` });
    if (status === 404) response.end(notFound(request));
    else response.end(request.method === 'GET' ? objects.get(request.url ?? '') : undefined);
  });

  function answer(request: IncomingMessage, body: Buffer): number {
    const { method = '', url = '' } = request;
    if (!isSigned(request)) return 403;
    if (!url.startsWith(BUCKET)) return 404;
    if (request.headers['x-amz-content-sha256'] !== hash('sha256', body) && method === 'PUT') return 400;
    if (method === 'PUT') objects.set(url, body);
    if (method !== 'DELETE') return objects.has(url) ? 200 : 404;
    return objects.delete(url) ? 204 : 404;
  }

  const port = await listenAnywhere(server);
  return {
    url: `http://${KEY}:${encodeURIComponent(SECRET)}@127.0.0.1:${port}${BUCKET}?region=${REGION}`,
    objects,
    setDown(value) {
      isDown = value;
    },
    holdNextPut: (at) =>
      new Promise((reach) => {
        held = { at, reach };
      }),
    stop: () => closeServer(server),
  };
}

function notFound({ url = '' }: IncomingMessage): string {
  return `<Error><Code>${url.startsWith(BUCKET) ? 'NoSuchKey' : 'NoSuchBucket'}</Code></Error>`;
}

function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const given = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=(.+)$/;
  const [, key, scope = '', signedHeaders = '', signature] = given.exec(headers.authorization ?? '') ?? [];
  const [path, query = ''] = url.split('?');
  const lines = signedHeaders.split(';').map((name) => `${name}:${headers[name]}\n`);
  const canonical = [method, path, query, lines.join(''), signedHeaders, headers['x-amz-content-sha256']];
  const said = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash('sha256', canonical.join('\n'))];
  const signingKey = scope
    .split('/')
    .reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${SECRET}`);
  return (
    key === KEY &&
    scope.includes(`/${REGION}/s3/`) &&
    hmac(signingKey, said.join('\n')).toString('hex') === signature
  );
}

function hash(algorithm: 'md5' | 'sha256', bytes: Buffer | string): string {
  return createHash(algorithm).update(bytes).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
