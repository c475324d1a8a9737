import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  openBrowser,
  pdf,
  type Subject,
  sendChunk,
  signIn,
  startUpload,
  submission,
  submit,
  TUS,
  uploaded,
  uploadPath,
} from '../../contract/conformance/subject.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { createMockServer } from '../server.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { createFolderStore } from './folder-store.ts';
import { withSessionCookie } from './session-cookie.ts';

const COUNTER = fileURLToPath(new URL('../testing/count-in-folder.ts', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eclic-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes a server that can restart on the same folder, like a new process. The browsers keep their cookies. */
function createRestartable(): Subject & { restart(): void } {
  const start = () => withSessionCookie(createMockServer(createFolderStore(folder), createTestClock().now));
  let server = start();
  return {
    server: (request) => server(request),
    restart: () => {
      server = start();
    },
    advance: () => {},
    stop: async () => {},
  };
}

it('Requests, sessions, keys, uploads half-way and bytes survive a restart', async () => {
  const subject = createRestartable();
  const maria = await signIn(subject);
  const file = await uploaded(maria, pdf('x'));
  const id = crypto.randomUUID();
  const before = await submit<CitizenRequest>(maria, id, submission({ attachments: [file] }));
  const path = uploadPath(await startUpload(maria, crypto.randomUUID(), 9));
  await sendChunk(maria, path, 0, pdf('').subarray(0, 4));

  subject.restart();

  expect((await maria.send('GET', `/requests/${id}`)).body).toEqual(before.body);
  expect((await submit(maria, id, submission({ attachments: [file] }))).status).toBe(200);
  expect((await maria.send('GET', `/requests/${id}/attachments/${file.id}`)).body).toEqual(pdf('x'));
  const half = await maria.send('HEAD', path, { headers: TUS });
  expect(half.headers.get('Upload-Offset')).toBe('4');
});

it('A transaction that was being written when the process died never happened', async () => {
  const subject = createRestartable();
  await openBrowser(subject).send('GET', '/demo/state');
  appendFileSync(join(folder, 'journal.ndjson'), '[{"table":"due","key":"torn","value":"x"},{"table":"d');
  const store = createFolderStore(folder);
  expect(await store.transact((tx) => tx.get('due', 'torn'))).toBeUndefined();
  expect(await store.transact((tx) => tx.get('world', 'world'))).toBeDefined();
});

it('What a killed process has said is kept, is kept, and whole', async () => {
  const process_ = spawn(process.execPath, ['--import', 'tsx', COUNTER, folder]);
  let said = 0;
  for await (const text of process_.stdout) {
    said = Number(String(text).trim().split('\n').at(-1));
    if (said >= 50) process_.kill('SIGKILL');
  }
  const store = createFolderStore(folder);
  const one = await store.transact((tx) => tx.get('due', 'one'));
  expect(Number(one)).toBeGreaterThanOrEqual(said);
  expect(await store.transact((tx) => tx.get('due', 'other'))).toBe(one);
}, 20_000);
