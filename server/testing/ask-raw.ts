import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

export interface RawAnswer {
  status: number;
  /** The headers and the body. */
  text: string;
}

/** Writes the call by hand: everything else that speaks HTTP normalizes an address before it is sent. */
export async function askRaw(
  port: number,
  target: string,
  { host = `localhost:${port}`, method = 'GET' }: { host?: string; method?: string } = {},
): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, 'latin1');
  const answer = await text(socket);
  return { status: Number(/^HTTP\/1\.1 ([0-9]{3})/.exec(answer)?.[1] ?? 0), text: answer };
}
