import { expect, test } from 'vitest';
import { NOON, submitCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import {
  createPretendServer,
  JOAO_NISS,
  MARIA_NISS,
  PRETEND_ORIGIN,
  signInAs,
} from '../../testing/pretend-account.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { createApiClient } from '../api/client.ts';
import { isSessionOver } from '../db/core/metadata.ts';
import { readDownloadState, wantDownload } from '../db/files/downloads.ts';
import { pull } from './pull.ts';
import { pullDownloads } from './pull-downloads.ts';
import { push } from './push.ts';

const now = () => NOON;

async function openAs(niss: string, server: ReturnType<typeof createPretendServer>) {
  const { api, citizenId } = await signInAs(niss, server);
  return createTestSyncContext({ db: openMemoryDatabase(citizenId), api, now });
}

test('what João has written does not come into Maria’s database once he has signed in in the same browser', async () => {
  const server = createPretendServer(now);
  const maria = await openAs(MARIA_NISS, server);
  await pull(maria);
  const had = await maria.db.requests.count();
  const joao = await openAs(JOAO_NISS, server);
  await submitCompleteDraft(joao.db);
  await push(joao);
  await pull(maria);
  expect(await maria.db.requests.count()).toBe(had);
  expect(await isSessionOver(maria.db)).toBe(true);
});

test('a file that Maria asked to see is still to come once João has signed in in the same browser', async () => {
  const server = createPretendServer(now);
  const maria = await openAs(MARIA_NISS, server);
  await pull(maria);
  const messages = await maria.db.messages.toArray();
  const [file] = messages.flatMap(({ requestId, attachments }) =>
    attachments.map(({ id, size, sha256 }) => ({ attachmentId: id, requestId, size, sha256 })),
  );
  if (!file) throw new Error('No message has a file');
  await wantDownload(maria.db, file, NOON);
  await openAs(JOAO_NISS, server);
  await pullDownloads(maria);
  expect(await readDownloadState(maria.db, file.attachmentId)).toBe('wanted');
  expect(await isSessionOver(maria.db)).toBe(true);
});

test('a page of news that comes once sync is stopping is left for the next time', async () => {
  const maria = await openAs(MARIA_NISS, createPretendServer(now));
  let isStopping = false;
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    const answer = await maria.api.server(request);
    isStopping = true;
    return answer;
  });
  await pull({ ...maria, api, isStopping: () => isStopping });
  expect(await maria.db.requests.count()).toBe(0);
});
