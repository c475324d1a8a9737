import { beforeEach, describe, expect, test } from 'vitest';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { listOpenDrafts, readDraft } from '../db/drafts/drafts.ts';
import { saveDraft } from '../db/drafts/save-draft.ts';
import { listAttachments } from '../db/files/attachment-rows.ts';
import { listReplyDrafts, reserveReplyId } from '../db/outbox/replies.ts';
import { submitReply } from '../db/outbox/submit-draft.ts';
import { listMessages } from '../db/requests/messages.ts';
import { attachPdf, NOON, pdfBytes, writeReply } from '../testing/builders.ts';
import { registerFollowedRequest } from '../testing/follow-up-world.ts';
import { openMemoryDatabase } from '../testing/memory-database.ts';
import { type PretendAccount, signInMaria } from '../testing/pretend-account.ts';
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

describe('a reply', () => {
  test('begun on the phone goes on on the desktop with its file, and is sent from there once', async () => {
    const { requestId } = await registerFollowedRequest(maria);
    await round(phone);
    const id = await writeReply(phone.db, requestId, { purpose: 'addition' });
    await attachPdf(phone.db, id, pdfBytes(2_000));
    await round(phone);
    await round(desktop);
    expect(await reserveReplyId(desktop.db, requestId, 'addition')).toBe(id);
    expect(await submitReply(desktop.db, id, now)).toMatchObject({ ok: true });
    await round(desktop);
    await round(phone);
    for (const { db } of [desktop, phone]) {
      expect(await listMessages(db, requestId)).toMatchObject([
        { id, attachments: [{ name: 'fatura.pdf' }] },
      ]);
      expect(await texts(db)).toEqual([]);
    }
  });

  test('sent from the desktop while the phone still writes leaves the phone’s words as a new reply', async () => {
    const { requestId } = await registerFollowedRequest(maria);
    await round(phone);
    const id = await writeReply(phone.db, requestId, { purpose: 'addition' });
    await round(phone);
    await round(desktop);
    await submitReply(desktop.db, id, now);
    await push(desktop);
    await write(phone.db, id, 'No telemóvel escrevi mais isto.', 'phone');
    await round(phone);
    expect(await listReplyDrafts(phone.db, requestId)).toMatchObject([
      { copyOf: id, description: 'No telemóvel escrevi mais isto.' },
    ]);
    await round(phone);
    await round(desktop);
    expect(await texts(desktop.db)).toEqual(['No telemóvel escrevi mais isto.']);
  });

  test('of files only loses none of them where words come to it on another device meanwhile', async () => {
    const { requestId } = await registerFollowedRequest(maria);
    const id = await writeReply(phone.db, requestId, { text: '' });
    await attachPdf(phone.db, id, pdfBytes(100), 'um.pdf');
    await round(phone);
    await round(desktop);
    await write(desktop.db, id, 'Junto o recibo.', 'desktop');
    await attachPdf(phone.db, id, pdfBytes(200), 'dois.pdf');
    await round(desktop);
    await round(phone);
    await round(phone);
    await round(desktop);
    for (const { db } of [phone, desktop]) {
      expect(await texts(db)).toEqual(['Junto o recibo.']);
      const names = (await listAttachments(db, id)).map(({ name }) => name);
      expect(names.toSorted()).toEqual(['dois.pdf', 'um.pdf']);
    }
  });

  test('of files only reaches the account too', async () => {
    const { requestId } = await registerFollowedRequest(maria);
    const id = await writeReply(phone.db, requestId, { text: '' });
    await attachPdf(phone.db, id);
    await round(phone);
    await round(desktop);
    expect(await listReplyDrafts(desktop.db, requestId)).toMatchObject([{ id }]);
  });
});
