import { beforeEach, expect, test } from 'vitest';
import { attachPdf, writeCompleteDraft } from '../../testing/builders.ts';
import { PRETEND_ORIGIN } from '../../testing/pretend-account.ts';
import { openTwoDevices, type TwoDevices } from '../../testing/two-devices.ts';
import { createApiClient } from '../api/client.ts';
import { noteFound } from '../db/core/metadata.ts';
import { readLocalData } from '../db/storage/local-data.ts';
import { pull } from './pull.ts';
import { pushDrafts } from './push-drafts.ts';
import { MAX_WAIT_MS } from './retry.ts';
import type { SyncContext } from './sync-context.ts';

let maria: TwoDevices['maria'];
let phone: SyncContext;
let pass: TwoDevices['pass'];
let round: TwoDevices['round'];

beforeEach(async () => {
  ({ maria, phone, pass, round } = await openTwoDevices());
});

test('a draft that the server fails on holds no other back, and is left alone for as long as the server asks', async () => {
  const [fails, goes] = [await writeCompleteDraft(phone.db), await writeCompleteDraft(phone.db, 'O outro.')];
  let tries = 0;
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    if (request.method !== 'PUT' || !request.url.endsWith(fails)) return maria.server(request);
    tries += 1;
    return new Response(null, { status: 503, headers: { 'Retry-After': '600' } });
  });
  const context = { ...phone, api };
  await round(context);
  await round(context);
  expect((await readLocalData(phone.db)).inAccount).toMatchObject([{ id: goes }]);
  expect(tries).toBe(1);
  pass(600_000);
  await round(context);
  expect(tries).toBe(2);
  pass(600_000);
  await round(phone);
  expect((await readLocalData(phone.db)).inAccount).toHaveLength(2);
});

test('a draft that is always cut off on its way holds no other back, and is not sent again at once', async () => {
  const [cut, goes] = [await writeCompleteDraft(phone.db), await writeCompleteDraft(phone.db, 'O outro.')];
  let tries = 0;
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    if (request.method !== 'PUT' || !request.url.endsWith(cut)) return maria.server(request);
    tries += 1;
    throw new TypeError('Failed to fetch');
  });
  const context = { ...phone, api, random: () => 1 };
  await pull(context);
  await round(context);
  expect((await readLocalData(phone.db)).inAccount).toMatchObject([{ id: goes }]);
  await pushDrafts(context);
  expect(tries).toBe(1);
});

test('without a connection no more than two drafts are tried, and one while it is known to be gone', async () => {
  for (const words of ['Um.', 'Outro.', 'Mais um.']) await writeCompleteDraft(phone.db, words);
  await pull(phone);
  let tries = 0;
  const api = createApiClient(PRETEND_ORIGIN, async () => {
    tries += 1;
    throw new TypeError('Failed to fetch');
  });
  await pushDrafts({ ...phone, api });
  expect(tries).toBe(2);
  await noteFound(phone.db, { connection: 'noConnection' });
  pass(MAX_WAIT_MS);
  await pushDrafts({ ...phone, api });
  expect(tries).toBe(3);
});

test('drafts whose files are always cut off hold no other back, and are not sent again at once', async () => {
  for (const words of ['Um.', 'Outro.', 'Mais um.'])
    await attachPdf(phone.db, await writeCompleteDraft(phone.db, words));
  const goes = await writeCompleteDraft(phone.db, 'O outro.');
  let tries = 0;
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    if (request.method !== 'PATCH') return maria.server(request);
    tries += 1;
    throw new TypeError('Failed to fetch');
  });
  const context = { ...phone, api, random: () => 1 };
  await round(context);
  expect((await readLocalData(phone.db)).inAccount).toMatchObject([{ id: goes }]);
  await pushDrafts(context);
  expect(tries).toBe(3);
});
