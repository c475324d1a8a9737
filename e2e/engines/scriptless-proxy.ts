import { request as ask, createServer } from 'node:http';

const SCRIPT = /<script\b[^>]*>\s*<\/script>/g;

/** Starts a proxy that takes the scripts out of pages, as if the browser had them turned off. The browser's driver can still run its own scripts in them. */
export async function startScriptlessProxy(port: number, portBehind: number): Promise<() => void> {
  const server = createServer((from, to) => {
    const { method, url, headers } = from;
    const asked = ask({ port: portBehind, method, path: url, headers }, (answer) => {
      const isPage = answer.headers['content-type']?.startsWith('text/html') ?? false;
      if (!isPage) {
        to.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(to);
        return;
      }
      const parts: Buffer[] = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const { 'content-length': _length, 'transfer-encoding': _encoding, ...kept } = answer.headers;
        to.writeHead(answer.statusCode ?? 502, kept);
        to.end(Buffer.concat(parts).toString().replace(SCRIPT, ''));
      });
    });
    asked.on('error', () => to.destroy());
    from.pipe(asked);
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
