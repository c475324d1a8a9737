import { beforeEach, describe, expect, test } from 'vitest';
import { createApiClient } from '../api/client.ts';
import { getDraft } from '../api/draft-calls.ts';
import { problem } from '../contract/problem.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { hasAccountWork } from '../db/drafts/account-work.ts';
import { removeAttachment } from '../db/drafts/attachments.ts';
import { listOpenDrafts, readDraft } from '../db/drafts/drafts.ts';
import { keepDraftsOnDevice } from '../db/drafts/keep-on-device.ts';
import { deleteDraft, restoreDraft } from '../db/drafts/mark-draft.ts';
import { saveDraft } from '../db/drafts/save-draft.ts';
import { listAttachments } from '../db/files/attachment-rows.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { readRequest } from '../db/requests/requests.ts';
import { readKept } from '../db/storage/kept.ts';
import { attachPdf, DESCRIPTION, NOON, pdfBytes, writeCompleteDraft } from '../testing/builders.ts';
import { openMemoryDatabase } from '../testing/memory-database.ts';
import { PRETEND_ORIGIN, type PretendAccount, signInMaria } from '../testing/pretend-account.ts';
import { createTestSyncContext } from '../testing/test-sync-context.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { pushDrafts } from './push-drafts.ts';
import type { SyncContext } from './sync-context.ts';

let maria: PretendAccount;
let now: Date;
let phone: SyncContext;
let desktop: SyncContext;

function device(): SyncContext {
  return createTestSyncContext({
    db: openMemoryDatabase(maria.citizenId),
    api: maria.api,
    now: () => now,
    random: () => 0,
  });
}

async function round(context: SyncContext): Promise<void> {
  now = new Date(now.getTime() + 1_000);
  await push(context);
  await pushDrafts(context);
  await pull(context);
}

async function write(
  db: CitizenDatabase,
  draftId: string,
  description: string,
  writer: string,
): Promise<void> {
  const baseRevision = (await readDraft(db, draftId))?.revision ?? 0;
  await saveDraft(db, draftId, { patch: { description }, baseRevision, writer }, now);
}

async function texts(db: CitizenDatabase): Promise<string[]> {
  return (await listOpenDrafts(db)).map((draft) => draft.description).sort();
}

beforeEach(async () => {
  now = NOON;
  maria = await signInMaria(() => now);
  phone = device();
  desktop = device();
});

test('a draft begun on the phone is finished and submitted on the desktop, files included', async () => {
  const id = await writeCompleteDraft(phone.db);
  await attachPdf(phone.db, id, pdfBytes(1_500_000));
  await round(phone);
  await round(desktop);
  expect(await texts(desktop.db)).toEqual([DESCRIPTION]);
  expect(await listAttachments(desktop.db, id)).toMatchObject([{ name: 'fatura.pdf', isUploaded: true }]);

  expect(await submitDraft(desktop.db, id, now)).toMatchObject({ ok: true });
  await round(desktop);
  expect((await readRequest(desktop.db, id))?.attachments).toMatchObject([{ name: 'fatura.pdf' }]);
  await round(phone);
  expect(await readRequest(phone.db, id)).toBeDefined();
  expect(await texts(phone.db)).toEqual([]);
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

/** A device whose server refuses what the account has no room for, or would not take. */
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
  expect(await readKept(phone.db)).toMatchObject({ inAccount: [], onlyHere: [{ id }] });
  expect(await hasAccountWork(phone.db)).toBe(false);
  await write(phone.db, id, 'Mais uma frase.', 'phone');
  await round(phone);
  expect(await readKept(phone.db)).toMatchObject({ inAccount: [{ id }], onlyHere: [] });
});

test('words that the account would not take are not lost to what another device wrote, nor to its deletion', async () => {
  const [changed, deleted] = [await writeCompleteDraft(phone.db), await writeCompleteDraft(phone.db)];
  await round(phone);
  await round(desktop);
  await write(phone.db, changed, 'O que a conta não aceita.', 'phone');
  await write(phone.db, deleted, 'Nem isto.', 'phone');
  await round(refusedAt('drafts', 'PUT'));
  await write(desktop.db, changed, 'Escrito no computador.', 'desktop');
  await deleteDraft(desktop.db, deleted, now);
  await round(desktop);
  await round(phone);
  expect(await texts(phone.db)).toEqual(['Escrito no computador.', 'Nem isto.', 'O que a conta não aceita.']);
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
  expect((await readKept(phone.db)).inAccount).toMatchObject([{ id: goes }]);
  expect(tries).toBe(1);
  now = new Date(now.getTime() + 600_000);
  await round(context);
  expect(tries).toBe(2);
  now = new Date(now.getTime() + 600_000);
  await round(phone);
  expect((await readKept(phone.db)).inAccount).toHaveLength(2);
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
  expect(await texts(desktop.db)).toEqual(['Escrito entretanto.']);
});

test('what changes on one device shows on the other', async () => {
  const id = await writeCompleteDraft(phone.db);
  await round(phone);
  await round(desktop);
  await write(desktop.db, id, 'Escrito no computador.', 'desktop');
  await round(desktop);
  await round(phone);
  expect(await texts(phone.db)).toEqual(['Escrito no computador.']);
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
  expect(await texts(desktop.db)).toEqual(both);
  expect(await texts(phone.db)).toEqual(both);
});

describe('a deleted draft', () => {
  test('goes from the other device too', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await round(desktop);
    await deleteDraft(phone.db, id, now);
    await round(phone);
    await round(desktop);
    expect(await texts(desktop.db)).toEqual([]);
  });

  test('comes back everywhere with «Desfazer»', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await deleteDraft(phone.db, id, now);
    await round(phone);
    await restoreDraft(phone.db, id);
    await round(phone);
    await round(desktop);
    expect(await texts(desktop.db)).toEqual([DESCRIPTION]);
  });

  test('stays where newer words were written meanwhile', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await round(desktop);
    await write(desktop.db, id, 'Isto ainda faz falta.', 'desktop');
    await deleteDraft(phone.db, id, now);
    await round(phone);
    await round(desktop);
    await round(desktop);
    await round(phone);
    expect(await texts(desktop.db)).toEqual(['Isto ainda faz falta.']);
    expect(await texts(phone.db)).toEqual(['Isto ainda faz falta.']);
  });
});

test('a file removed on one device goes from the other; one added there at the same time stays', async () => {
  const id = await writeCompleteDraft(phone.db);
  const removed = await attachPdf(phone.db, id, pdfBytes(100), 'velho.pdf');
  await round(phone);
  await round(desktop);
  await removeAttachment(phone.db, removed, now);
  await attachPdf(desktop.db, id, pdfBytes(200), 'novo.pdf');
  await round(phone);
  await round(desktop);
  await round(desktop);
  await round(phone);
  expect((await listAttachments(desktop.db, id)).map(({ name }) => name)).toContain('novo.pdf');
  expect((await listAttachments(phone.db, id)).map(({ name }) => name)).toContain('novo.pdf');
});

test('who keeps drafts on the device only sends none', async () => {
  await keepDraftsOnDevice(phone.db, true);
  await writeCompleteDraft(phone.db);
  await round(phone);
  await round(desktop);
  expect(await texts(desktop.db)).toEqual([]);
  expect(await texts(phone.db)).toEqual([DESCRIPTION]);
});

test('who keeps them in the account again gets what came there meanwhile, and has there what was deleted there', async () => {
  const here = await writeCompleteDraft(phone.db, 'Nos dois, e eliminado no computador.');
  await round(phone);
  await round(desktop);
  await keepDraftsOnDevice(phone.db, true);
  await deleteDraft(desktop.db, here, now);
  await writeCompleteDraft(desktop.db, 'Escrito no computador.');
  await round(desktop);
  await round(phone);
  expect(await texts(phone.db)).toEqual(['Nos dois, e eliminado no computador.']);
  await keepDraftsOnDevice(phone.db, false);
  expect(await readKept(phone.db)).toMatchObject({ inAccount: [], onlyHere: [{ id: here }] });
  await round(phone);
  const both = ['Escrito no computador.', 'Nos dois, e eliminado no computador.'];
  expect(await texts(phone.db)).toEqual(both);
  await round(desktop);
  expect(await texts(desktop.db)).toEqual(both);
  expect((await readKept(phone.db)).onlyHere).toEqual([]);
});

test('words that went to the account after the backup from which its server was restored are not lost to older ones', async () => {
  const id = await writeCompleteDraft(phone.db, 'Antes da cópia.');
  await round(phone);
  const backup = await getDraft(maria.api, id);
  await write(phone.db, id, 'Depois da cópia.', 'phone');
  await round(phone);
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.endsWith('/changes')) return maria.server(request);
    if (searchParams.has('cursor')) return problem('cursor-gone');
    const draft = backup.kind === 'accepted' && backup.value;
    const changes = [{ type: 'draft', draft }];
    return Response.json({ changes, cursor: 'anew.1', more: false, serverTime: now.toISOString() });
  });
  await pull({ ...phone, api });
  expect(await texts(phone.db)).toContain('Depois da cópia.');
});
