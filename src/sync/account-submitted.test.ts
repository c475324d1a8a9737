import { beforeEach, expect, test } from 'vitest';
import { problem } from '../../contract/problem.ts';
import { DESCRIPTION, writeCompleteDraft } from '../../testing/builders.ts';
import { PRETEND_ORIGIN } from '../../testing/pretend-account.ts';
import { openTwoDevices, readTexts, type TwoDevices } from '../../testing/two-devices.ts';
import { createApiClient } from '../api/client.ts';
import { deleteDraft } from '../db/drafts/mark-draft.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { takeBack } from '../db/outbox/take-back.ts';
import { readLocalData } from '../db/storage/local-data.ts';
import { pull } from './pull.ts';
import type { SyncContext } from './sync-context.ts';

let maria: TwoDevices['maria'];
let phone: SyncContext;
let round: TwoDevices['round'];
let now: TwoDevices['now'];
let id: string;

/** On the phone a request waits to be sent. On the desktop its draft was deleted meanwhile. */
beforeEach(async () => {
  const devices = await openTwoDevices();
  ({ maria, phone, round, now } = devices);
  id = await writeCompleteDraft(phone.db);
  await round(phone);
  await round(devices.desktop);
  await submitDraft(phone.db, id, now());
  await deleteDraft(devices.desktop.db, id, now());
  await round(devices.desktop);
});

test('a request that is refused is a draft again, also where its draft was deleted elsewhere while it waited', async () => {
  const api = createApiClient(PRETEND_ORIGIN, async (request) =>
    request.method === 'PUT' && new URL(request.url).pathname.startsWith('/api/v1/requests')
      ? problem('quota-reached')
      : maria.server(request),
  );
  await round({ ...phone, api });
  expect(await readTexts(phone.db)).toEqual([DESCRIPTION]);
  await round(phone);
  expect(await readLocalData(phone.db)).toMatchObject({ inAccount: [{ id }] });
});

test('a request that is taken back is not said to be in the account, which has forgotten it meanwhile', async () => {
  await pull(phone);
  expect(await takeBack(phone.db, id, now())).toBe(true);
  expect(await readLocalData(phone.db)).toMatchObject({ inAccount: [], onlyHere: [{ id }] });
});
