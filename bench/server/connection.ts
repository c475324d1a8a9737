import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Connection {
  /** Throws where it is refused: what fails fast must not be counted as fast. */
  send(
    method: string,
    path: string,
    body: string | Buffer | null,
    headers: Record<string, string>,
  ): Promise<IncomingHttpHeaders>;
  /** Of bodies, both ways. */
  bytes(): number;
  close(): void;
}

/** One that stays open, as a browser's does. */
export function openConnection(port: number): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let bytes = 0;
  return {
    send: (method, path, body, headers) =>
      new Promise((resolve, reject) => {
        const length = body === null ? 0 : Buffer.byteLength(body);
        bytes += length;
        const calling = request(
          { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, 'Content-Length': length } },
          (answer) => {
            answer.on('data', (part: Buffer) => {
              bytes += part.length;
            });
            answer.once('error', reject);
            answer.once('end', () => {
              const { statusCode = 0 } = answer;
              if (statusCode < 300) resolve(answer.headers);
              else reject(new Error(`${method} ${path}: ${statusCode}`));
            });
          },
        );
        calling.once('error', reject);
        calling.end(body ?? undefined);
      }),
    bytes: () => bytes,
    close: () => agent.destroy(),
  };
}
