import { beforeEach, expect, test } from 'vitest';
import { problem } from '../../contract/problem.ts';
import { attachPdf, DESCRIPTION, submitCompleteDraft, writeCompleteDraft } from '../../testing/builders.ts';
import { PRETEND_ORIGIN } from '../../testing/pretend-account.ts';
import { openTwoDevices, readTexts, type TwoDevices } from '../../testing/two-devices.ts';
import { createApiClient } from '../api/client.ts';
import { hasAccountWork } from '../db/drafts/account-work.ts';
import { listOpenDrafts } from '../db/drafts/drafts.ts';
import { deleteDraft } from '../db/drafts/mark-draft.ts';
import { keepDraftsOnDevice } from '../db/drafts/restart-feed.ts';
import { listAttachments } from '../db/files/file-rows.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { readRequest } from '../db/requests/requests.ts';
import { readLocalData } from '../db/storage/local-data.ts';
import { pull } from './pull.ts';
import { pushDrafts } from './push-drafts.ts';
import type { SyncContext } from './sync-context.ts';

let maria: TwoDevices['maria'];
let phone: SyncContext;
let desktop: SyncContext;
let now: TwoDevices['now'];
let round: TwoDevices['round'];
let write: TwoDevices['write'];

beforeEach(async () => {
  ({ maria, phone, desktop, now, round, write } = await openTwoDevices());
});

function refusedAt(path: string, method: string): SyncContext {
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    const isAt = new URL(request.url).pathname.startsWith(`/api/v1/${path}`) && request.method === method;
    return isAt ? problem('quota-reached') : maria.server(request);
  });
  return { ...phone, api };
}

test('«Guardado na sua conta» is not said of a draft whose file the account would not take', async () => {
  const id = await writeCompleteDraft(phone.db);
  await attachPdf(phone.db, id);
  await round(refusedAt('uploads', 'POST'));
  expect(await readLocalData(phone.db)).toMatchObject({ inAccount: [], onlyHere: [{ id }] });
  expect(await hasAccountWork(phone.db)).toBe(false);
  // The account has the words: going on from them on another device takes nothing away.
  await round(desktop);
  await write(desktop.db, id, `${DESCRIPTION} E mais isto.`, 'desktop');
  await round(desktop);
  await pull(phone);
  expect(await readTexts(phone.db)).toEqual([`${DESCRIPTION} E mais isto.`]);
  expect(await listAttachments(phone.db, id)).toHaveLength(1);
  await write(phone.db, id, 'Mais uma frase.', 'phone');
  await round(phone);
  expect(await readLocalData(phone.db)).toMatchObject({ inAccount: [{ id }], onlyHere: [] });
});

test('words that the account would not take are not lost to what another device wrote, nor to its deletion', async () => {
  const [changed, deleted] = [await writeCompleteDraft(phone.db), await writeCompleteDraft(phone.db)];
  await round(phone);
  await round(desktop);
  await write(phone.db, changed, 'O que a conta não aceita.', 'phone');
  await write(phone.db, deleted, 'Nem isto.', 'phone');
  await round(refusedAt('drafts', 'PUT'));
  await write(desktop.db, changed, 'Escrito no computador.', 'desktop');
  await deleteDraft(desktop.db, deleted, now());
  await round(desktop);
  await round(phone);
  expect(await readTexts(phone.db)).toEqual([
    'Escrito no computador.',
    'Nem isto.',
    'O que a conta não aceita.',
  ]);
});

test('a draft that another device has sent is that request before any news is heard; what was written since stays', async () => {
  const id = await writeCompleteDraft(phone.db);
  await round(phone);
  await round(desktop);
  await submitDraft(desktop.db, id, now());
  await round(desktop);
  await write(phone.db, id, 'Escrito entretanto.', 'phone');
  await pushDrafts(phone);
  expect(await readRequest(phone.db, id)).toMatchObject({ id, description: DESCRIPTION });
  expect(await listOpenDrafts(phone.db)).toMatchObject([{ copyOf: id, description: 'Escrito entretanto.' }]);
});

test('who keeps drafts on the device only sends none', async () => {
  await keepDraftsOnDevice(phone.db, true);
  await writeCompleteDraft(phone.db);
  await round(phone);
  await round(desktop);
  expect(await readTexts(desktop.db)).toEqual([]);
  expect(await readTexts(phone.db)).toEqual([DESCRIPTION]);
});

test('who keeps drafts on the device only while a file is on its way to the account sends no word there', async () => {
  const id = await writeCompleteDraft(phone.db);
  await attachPdf(phone.db, id);
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    if (request.method === 'PATCH') await keepDraftsOnDevice(phone.db, true);
    return maria.server(request);
  });
  await round({ ...phone, api });
  await round(desktop);
  expect(await readTexts(desktop.db)).toEqual([]);
});

test('who keeps drafts on the device only, and deletes one that the account has, has it deleted there too', async () => {
  const id = await writeCompleteDraft(phone.db);
  await round(phone);
  await keepDraftsOnDevice(phone.db, true);
  await deleteDraft(phone.db, id, now());
  await round(phone);
  await round(desktop);
  expect(await readTexts(desktop.db)).toEqual([]);
});

test('who keeps them in the account again gets what came there meanwhile, and has there what was deleted there', async () => {
  const here = await writeCompleteDraft(phone.db, 'Nos dois, e eliminado no computador.');
  await round(phone);
  await round(desktop);
  await keepDraftsOnDevice(phone.db, true);
  await deleteDraft(desktop.db, here, now());
  await writeCompleteDraft(desktop.db, 'Escrito no computador.');
  await round(desktop);
  await round(phone);
  expect(await readTexts(phone.db)).toEqual(['Nos dois, e eliminado no computador.']);
  await keepDraftsOnDevice(phone.db, false);
  expect(await readLocalData(phone.db)).toMatchObject({ inAccount: [], onlyHere: [{ id: here }] });
  await round(phone);
  const both = ['Escrito no computador.', 'Nos dois, e eliminado no computador.'];
  expect(await readTexts(phone.db)).toEqual(both);
  await round(desktop);
  expect(await readTexts(desktop.db)).toEqual(both);
  expect((await readLocalData(phone.db)).onlyHere).toEqual([]);
});

test('who keeps them in the account again goes on with what another device wrote on', async () => {
  const id = await writeCompleteDraft(phone.db);
  await round(phone);
  await round(desktop);
  await keepDraftsOnDevice(phone.db, true);
  await write(desktop.db, id, `${DESCRIPTION} E mais isto.`, 'desktop');
  await round(desktop);
  await round(phone);
  await keepDraftsOnDevice(phone.db, false);
  await round(phone);
  await round(phone);
  await round(desktop);
  for (const { db } of [phone, desktop]) expect(await readTexts(db)).toEqual([`${DESCRIPTION} E mais isto.`]);
});

test('an answer that is on its way while the account is asked anew does not undo that', async () => {
  await round(phone);
  await keepDraftsOnDevice(phone.db, true);
  await writeCompleteDraft(desktop.db, 'Escrito no computador.');
  await round(desktop);
  await round(phone);
  let isFirst = true;
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    if (isFirst && request.url.includes('/changes')) {
      isFirst = false;
      await keepDraftsOnDevice(phone.db, false);
    }
    return maria.server(request);
  });
  await pull({ ...phone, api });
  expect(await readTexts(phone.db)).toEqual(['Escrito no computador.']);
});

test.each([
  ['with news', true],
  ['without news', false],
])(
  'a page %s that is being taken in while the account is asked anew does not undo that either',
  async (_name, hasNews) => {
    await round(phone);
    await keepDraftsOnDevice(phone.db, true);
    await writeCompleteDraft(desktop.db, 'Escrito no computador.');
    await round(desktop);
    await round(phone);
    const sent = hasNews ? await submitCompleteDraft(desktop.db) : undefined;
    await round(desktop);
    let isAnswered = false;
    const api = createApiClient(PRETEND_ORIGIN, async (request) => {
      const answer = await maria.server(request);
      isAnswered = request.url.includes('/changes');
      return answer;
    });
    let switching: Promise<void> | undefined;
    // A round asks this last before it takes a page in.
    const isStopping = () => {
      if (isAnswered) switching ??= keepDraftsOnDevice(phone.db, false);
      return false;
    };
    await pull({ ...phone, api, isStopping });
    await switching;
    expect(await readTexts(phone.db)).toEqual(['Escrito no computador.']);
    if (sent) expect(await readRequest(phone.db, sent)).toBeDefined();
  },
);
