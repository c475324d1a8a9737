import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { closeServer, listenAnywhere } from '../../contract/conformance/local-server.ts';
import { connectFileStore } from './file-store.ts';

it('a store of files that goes away in the middle of an answer is told as away', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Length': '100' }).write('half', () => response.destroy());
  });
  onTestFinished(() => closeServer(server));
  const { get } = connectFileStore(`http://key:secret@127.0.0.1:${await listenAnywhere(server)}/files`);
  const got = get({ citizenId: 'c_x', fileId: 'u_x', place: 0, storedHash: '0' });
  await expect(got).rejects.toMatchObject({ of: 'files' });
});
