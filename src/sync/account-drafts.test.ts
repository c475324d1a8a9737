import { beforeEach, describe, expect, test } from 'vitest';
import { attachPdf, DESCRIPTION, pdfBytes, writeCompleteDraft } from '../../testing/builders.ts';
import { PRETEND_ORIGIN } from '../../testing/pretend-account.ts';
import { openTwoDevices, readTexts, type TwoDevices } from '../../testing/two-devices.ts';
import { createApiClient } from '../api/client.ts';
import { sheetsOf } from '../db/core/file-schema.ts';
import { removeAttachment } from '../db/drafts/attachments.ts';
import { readDraft } from '../db/drafts/drafts.ts';
import { deleteDraft, restoreDraft } from '../db/drafts/mark-draft.ts';
import { saveDraft } from '../db/drafts/save-draft.ts';
import { addPhoto } from '../db/drafts/scans.ts';
import { listAttachments, readScan } from '../db/files/file-rows.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { readRequest } from '../db/requests/requests.ts';
import { readLocalData } from '../db/storage/local-data.ts';
import { purgeDeleted } from '../db/storage/tidy.ts';
import { pushDrafts } from './push-drafts.ts';
import type { SyncContext } from './sync-context.ts';

let maria: TwoDevices['maria'];
let phone: SyncContext;
let desktop: SyncContext;
let now: TwoDevices['now'];
let pass: TwoDevices['pass'];
let round: TwoDevices['round'];
let write: TwoDevices['write'];

beforeEach(async () => {
  ({ maria, phone, desktop, now, pass, round, write } = await openTwoDevices());
});

test('a draft begun on the phone is finished and submitted on the desktop, files included', async () => {
  const id = await writeCompleteDraft(phone.db);
  await attachPdf(phone.db, id, pdfBytes(1_500_000));
  await round(phone);
  await round(desktop);
  expect(await readTexts(desktop.db)).toEqual([DESCRIPTION]);
  expect(await listAttachments(desktop.db, id)).toMatchObject([{ name: 'fatura.pdf', isUploaded: true }]);

  await write(desktop.db, id, `${DESCRIPTION} E mais isto.`, 'desktop');
  expect(await submitDraft(desktop.db, id, now())).toMatchObject({ ok: true });
  await round(desktop);
  expect((await readRequest(desktop.db, id))?.attachments).toMatchObject([{ name: 'fatura.pdf' }]);
  await round(phone);
  expect(await readRequest(phone.db, id)).toBeDefined();
  expect(await readTexts(phone.db)).toEqual([]);
});

test('«Guardado na sua conta» is true only of what the account has', async () => {
  const id = await writeCompleteDraft(phone.db);
  expect((await readDraft(phone.db, id))?.account).toBeNull();
  await round(phone);
  const saved = await readDraft(phone.db, id);
  expect(saved?.account?.revision).toBe(saved?.revision);
  await write(phone.db, id, 'Mais uma frase.', 'phone');
  const changed = await readDraft(phone.db, id);
  expect(changed?.account?.revision).not.toBe(changed?.revision);
});

test('what is typed while the draft is on its way to the account is still to come', async () => {
  const id = await writeCompleteDraft(phone.db);
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    if (request.method === 'PUT') await write(phone.db, id, 'Escrito entretanto.', 'phone');
    return maria.server(request);
  });
  await round({ ...phone, api });
  const draft = await readDraft(phone.db, id);
  expect(draft?.account?.etag).toBeTruthy();
  expect(draft?.account?.revision).not.toBe(draft?.revision);
  await round(phone);
  await round(desktop);
  expect(await readTexts(desktop.db)).toEqual(['Escrito entretanto.']);
});

test('what changes on one device shows on the other', async () => {
  const id = await writeCompleteDraft(phone.db);
  await round(phone);
  await round(desktop);
  await write(desktop.db, id, 'Escrito no computador.', 'desktop');
  await round(desktop);
  await round(phone);
  expect(await readTexts(phone.db)).toEqual(['Escrito no computador.']);
});

test('both texts survive when both devices changed the draft without a connection', async () => {
  const id = await writeCompleteDraft(phone.db);
  await round(phone);
  await round(desktop);
  await write(phone.db, id, 'Escrito no telemóvel.', 'phone');
  await write(desktop.db, id, 'Escrito no computador.', 'desktop');
  await round(phone);
  await round(desktop);
  for (let rounds = 0; rounds < 3; rounds += 1) {
    await round(phone);
    await round(desktop);
  }
  const both = ['Escrito no computador.', 'Escrito no telemóvel.'];
  expect(await readTexts(desktop.db)).toEqual(both);
  expect(await readTexts(phone.db)).toEqual(both);
});

describe('a deleted draft', () => {
  test('is a deletion for the account, not a submission that waits, and goes from the other device too', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await round(desktop);
    await deleteDraft(phone.db, id, now());
    expect(await readLocalData(phone.db)).toMatchObject({ inAccount: [], deletions: 1, waiting: 0 });
    await round(phone);
    expect(await readLocalData(phone.db)).toMatchObject({ deletions: 0 });
    await round(desktop);
    expect(await readTexts(desktop.db)).toEqual([]);
  });

  test('comes back everywhere with «Desfazer»', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await deleteDraft(phone.db, id, now());
    await round(phone);
    await restoreDraft(phone.db, id);
    await round(phone);
    await round(desktop);
    expect(await readTexts(desktop.db)).toEqual([DESCRIPTION]);
  });

  test('stays where sheets were photographed that are in no PDF yet', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await round(desktop);
    await addPhoto(phone.db, id, { id: 'a', type: 'image/jpeg', bytes: pdfBytes(64) }, now());
    await deleteDraft(desktop.db, id, now());
    await round(desktop);
    await round(phone);
    expect(await readTexts(phone.db)).toEqual([DESCRIPTION]);
    await round(phone);
    await round(desktop);
    expect(await readTexts(desktop.db)).toEqual([]);
    pass(2 * 24 * 60 * 60_000);
    await purgeDeleted(phone.db, now());
    expect(sheetsOf(await readScan(phone.db, id))).toHaveLength(1);
  });

  test('that was kept for its photos goes on with what was written where it was restored', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await round(desktop);
    await addPhoto(phone.db, id, { id: 'a', type: 'image/jpeg', bytes: pdfBytes(64) }, now());
    await deleteDraft(desktop.db, id, now());
    await round(desktop);
    await round(phone);
    await restoreDraft(desktop.db, id);
    await write(desktop.db, id, `${DESCRIPTION} E mais isto.`, 'desktop');
    for (const device of [desktop, phone, phone, desktop]) await round(device);
    for (const { db } of [phone, desktop])
      expect(await readTexts(db)).toEqual([`${DESCRIPTION} E mais isto.`]);
  });

  test('stays where another device chose its kind meanwhile', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await round(desktop);
    const baseRevision = (await readDraft(desktop.db, id))?.revision ?? 0;
    await saveDraft(desktop.db, id, { patch: { kind: 'complaint' }, baseRevision, writer: 'desktop' }, now());
    await round(desktop);
    await deleteDraft(phone.db, id, now());
    await pushDrafts(phone);
    await round(phone);
    await round(desktop);
    expect(await readTexts(desktop.db)).toEqual([DESCRIPTION]);
    expect(await readDraft(phone.db, id)).toMatchObject({ kind: 'complaint', deletedAt: null });
  });

  test('stays where newer words were written meanwhile', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await round(desktop);
    await write(desktop.db, id, 'Isto ainda faz falta.', 'desktop');
    await deleteDraft(phone.db, id, now());
    await round(phone);
    await round(desktop);
    await round(desktop);
    await round(phone);
    for (const { db } of [phone, desktop]) expect(await readTexts(db)).toEqual(['Isto ainda faz falta.']);
  });
});

test('a file removed on one device goes from the other; one added there at the same time stays', async () => {
  const id = await writeCompleteDraft(phone.db);
  const removed = await attachPdf(phone.db, id, pdfBytes(100), 'velho.pdf');
  await round(phone);
  await round(desktop);
  await removeAttachment(phone.db, removed, now());
  await attachPdf(desktop.db, id, pdfBytes(200), 'novo.pdf');
  await round(phone);
  await round(desktop);
  await round(desktop);
  await round(phone);
  expect((await listAttachments(desktop.db, id)).map(({ name }) => name)).toContain('novo.pdf');
  expect((await listAttachments(phone.db, id)).map(({ name }) => name)).toContain('novo.pdf');
});
