import { beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../../contract/problem.ts';
import { DESCRIPTION, registeredRequest, writeCompleteDraft } from '../../testing/builders.ts';
import { PRETEND_ORIGIN } from '../../testing/pretend-account.ts';
import { openTwoDevices, readTexts, type TwoDevices } from '../../testing/two-devices.ts';
import { createApiClient } from '../api/client.ts';
import { readDraft } from '../db/drafts/drafts.ts';
import { deleteDraft } from '../db/drafts/mark-draft.ts';
import { keepDraftsOnDevice } from '../db/drafts/restart-feed.ts';
import { saveDraft } from '../db/drafts/save-draft.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { takeBack } from '../db/outbox/take-back.ts';
import { readRequest, recordReceived } from '../db/requests/requests.ts';
import { readLocalData } from '../db/storage/local-data.ts';
import { pull } from './pull.ts';
import type { SyncContext } from './sync-context.ts';

const LONGER = `${DESCRIPTION} E mais isto.`;

let devices: TwoDevices;
let maria: TwoDevices['maria'];
let phone: SyncContext;
let round: TwoDevices['round'];
let now: TwoDevices['now'];
let id: string;

beforeEach(async () => {
  devices = await openTwoDevices();
  ({ maria, phone, round, now } = devices);
  id = await writeCompleteDraft(phone.db);
  await round(phone);
  await round(devices.desktop);
  await submitDraft(phone.db, id, now());
});

describe('On the phone a request waits to be sent, and on the desktop its draft was deleted meanwhile', () => {
  beforeEach(async () => {
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
});

test('a request that is taken back and shortened stays a draft, also in the account, where it arrives as it was', async () => {
  expect(await takeBack(phone.db, id, now())).toBe(true);
  await devices.write(phone.db, id, 'Gostava', 'phone');
  await round(phone);
  await recordReceived(phone.db, registeredRequest(id, { description: DESCRIPTION }));
  expect(await readTexts(phone.db)).toEqual(['Gostava']);
});

test('what was typed last on the desktop stays, where what its draft says was sent elsewhere', async () => {
  const { db } = devices.desktop;
  const { revision: baseRevision = 0 } = (await readDraft(db, id)) ?? {};
  const typing = { words: { description: LONGER }, baseRevision, writer: 'desktop', typing: 1 };
  await db.pendingText.put({ ...typing, draftId: id, typedAt: now().toISOString() });
  await round(phone);
  await round(devices.desktop);
  expect(await readTexts(db)).toEqual([LONGER]);
});

describe('On the phone a request waits to be sent, and on the desktop its draft was written on meanwhile', () => {
  beforeEach(async () => {
    await devices.write(devices.desktop.db, id, LONGER, 'desktop');
    await round(devices.desktop);
  });

  test('what was added is in the account, also when the desktop is never used again', async () => {
    await round(phone);
    await round(phone);
    expect(await readRequest(phone.db, id)).toMatchObject({ description: DESCRIPTION });
    expect(await readTexts(phone.db)).toEqual([LONGER]);
  });

  test('the desktop has it once, as the account has it', async () => {
    await round(phone);
    await round(devices.desktop);
    await round(phone);
    expect(await readTexts(devices.desktop.db)).toEqual([LONGER]);
    expect(await readTexts(phone.db)).toEqual([LONGER]);
  });

  test('the desktop keeps it where its drafts come from the account no more', async () => {
    await keepDraftsOnDevice(devices.desktop.db, true);
    await round(phone);
    await round(devices.desktop);
    expect(await readTexts(devices.desktop.db)).toEqual([LONGER]);
  });

  test('the desktop keeps it where the server has kept nothing of it', async () => {
    await recordReceived(devices.desktop.db, registeredRequest(id, { description: DESCRIPTION }));
    expect(await readTexts(devices.desktop.db)).toEqual([LONGER]);
  });

  test('another draft of the desktop with the same words does not stand for it', async () => {
    const { db } = devices.desktop;
    const other = await writeCompleteDraft(db, LONGER);
    await saveDraft(db, other, { patch: { kind: 'complaint' }, baseRevision: 0, writer: 'desktop' }, now());
    await devices.write(db, id, LONGER, 'desktop');
    await round(devices.desktop);
    await recordReceived(db, registeredRequest(id, { description: DESCRIPTION }));
    expect(await readTexts(db)).toEqual([LONGER, LONGER]);
  });

  test('an editor that is open on the desktop goes on in what the account has kept', async () => {
    const { db } = devices.desktop;
    const draft = await readDraft(db, id);
    await round(phone);
    await round(devices.desktop);
    const edit = { patch: { description: `${LONGER} E isto.` }, writer: 'desktop' };
    await saveDraft(db, id, { ...edit, baseRevision: draft?.revision ?? 0 }, now());
    expect(await readTexts(db)).toEqual([`${LONGER} E isto.`]);
  });

  test('what was added since and is not in the account yet stays too', async () => {
    await devices.write(devices.desktop.db, id, `${LONGER} E isto.`, 'desktop');
    await round(phone);
    await pull(devices.desktop);
    expect(await readTexts(devices.desktop.db)).toContain(`${LONGER} E isto.`);
  });
});

test('words that were removed before submitting do not come back, though the account had them', async () => {
  const other = await writeCompleteDraft(phone.db, LONGER);
  await round(phone);
  await devices.write(phone.db, other, DESCRIPTION, 'phone');
  await submitDraft(phone.db, other, now());
  await round(phone);
  await round(phone);
  expect(await readTexts(phone.db)).toEqual([]);
});
