import { once } from 'node:events';
import { createServer, get, type RequestListener } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { endStillConnections } from './end-still-connections.ts';

const STILL_MS = 50;
const MORE_THAN_ANY_BUFFER = Buffer.alloc(64 * 1024 * 1024);

describe('A connection that stands still', () => {
  const opened: (() => void)[] = [];
  afterEach(() => {
    for (const close of opened.splice(0)) close();
  });

  async function serve(listener: RequestListener) {
    const server = createServer(listener);
    endStillConnections(server, STILL_MS);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push(
      () => server.close(),
      () => server.closeAllConnections(),
    );
    return { server, port: (server.address() as AddressInfo).port };
  }

  function open(port: number): Socket {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    opened.push(() => socket.destroy());
    return socket;
  }

  it('in the middle of a body is ended', async () => {
    const { port } = await serve((request) => request.resume());
    const socket = open(port);
    socket.write('PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf');
    await once(socket.resume(), 'close');
  });

  it('in the middle of an answer that nobody takes is ended', async () => {
    let ended: Promise<unknown> | undefined;
    const { server, port } = await serve((_request, response) => {
      ended = once(response, 'close');
      response.end(MORE_THAN_ANY_BUFFER);
    });
    const asked = once(server, 'request');
    open(port).pause().write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await asked;
    await ended;
  });

  it('after one answer is waited for while the next is being made, where both were asked for at once', async () => {
    let asked = 0;
    const { server, port } = await serve(async (_request, response) => {
      asked += 1;
      if (asked === 2) for (let times = 0; times < 3; times += 1) await once(server, 'timeout');
      response.end(`answer ${asked}`);
    });
    const socket = open(port);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(2));
    let read = '';
    for await (const part of socket) {
      read += part;
      if (read.includes('answer 2')) return;
    }
    expect(read).toContain('answer 2');
  });

  it('because its answer is still being made is waited for', async () => {
    const { server, port } = await serve(async (_request, response) => {
      for (let times = 0; times < 3; times += 1) await once(server, 'timeout');
      response.end('done');
    });
    const [answer] = await once(get({ port, host: '127.0.0.1' }), 'response');
    expect(answer.statusCode).toBe(200);
    answer.resume();
  });
});
