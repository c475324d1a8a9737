import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import process from 'node:process';
import { expect, it } from 'vitest';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';
import { holdOnce } from './loads-of-one.ts';
import { hear, stop } from './processes.ts';

const startEnding = (code: string): ChildProcess =>
  spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

it.each([
  ['by itself', 'process.exit(3)', 'ended by itself: 3'],
  ['by a signal', "process.kill(process.pid, 'SIGKILL')", 'ended by itself: SIGKILL'],
])(
  'a sender that ends %s ends the run, whether it is waited for, asked or stopped',
  async (_how, code, said) => {
    const child = startEnding(code);
    await expect(hear(child)).rejects.toThrow(said);
    await expect(hear(child, 'begin')).rejects.toThrow(said);
    await expect(stop(child)).rejects.toThrow(said);
  },
);

it('a connection that the server breaks off in the middle of a body ends no sender', async () => {
  const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
  const port = await listenAnywhere(server);
  await expect(holdOnce(port, 'PUT', '/requests/x', 4 * 1024 * 1024)).resolves.toBeUndefined();
  server.close();
});
