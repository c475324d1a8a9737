import { createServer, request } from 'node:http';

/** One port before several, as a proxy of an institution is: each call goes to another one than the call before. */
export async function startProxy(
  port: number,
  behind: readonly number[],
): Promise<{ stop(): Promise<void> }> {
  let calls = 0;
  const http = createServer((incoming, outgoing) => {
    calls += 1;
    const { method, headers, url: path } = incoming;
    const passedOn = request({ port: behind[calls % behind.length], method, headers, path }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passedOn.on('error', () => outgoing.destroy());
    incoming.pipe(passedOn);
  });
  await new Promise<void>((resolve) => http.listen(port, resolve));
  return {
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
