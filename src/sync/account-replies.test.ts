import { beforeEach, describe, expect, test } from 'vitest';
import { attachPdf, pdfBytes, REPLY, writeReply } from '../../testing/builders.ts';
import { registerFollowedRequest } from '../../testing/follow-up-world.ts';
import { openTwoDevices, readTexts, type TwoDevices } from '../../testing/two-devices.ts';
import { listAttachments } from '../db/files/file-rows.ts';
import { listReplyDrafts, reserveReplyId } from '../db/outbox/replies.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { listMessages } from '../db/requests/messages.ts';
import { push } from './push.ts';
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

describe('a reply', () => {
  test('begun on the phone goes on on the desktop with its file, and is sent from there once', async () => {
    const { requestId } = await registerFollowedRequest(maria);
    await round(phone);
    const id = await writeReply(phone.db, requestId, { purpose: 'addition' });
    await attachPdf(phone.db, id, pdfBytes(2_000));
    await round(phone);
    await round(desktop);
    expect(await reserveReplyId(desktop.db, requestId, 'addition')).toBe(id);
    await write(desktop.db, id, `${REPLY} E mais isto.`, 'desktop');
    expect(await submitDraft(desktop.db, id, now())).toMatchObject({ ok: true });
    await round(desktop);
    await round(phone);
    for (const { db } of [desktop, phone]) {
      expect(await listMessages(db, requestId)).toMatchObject([
        { id, attachments: [{ name: 'fatura.pdf' }] },
      ]);
      expect(await readTexts(db)).toEqual([]);
    }
  });

  test('sent from the desktop while the phone still writes leaves the phone’s words as a new reply', async () => {
    const { requestId } = await registerFollowedRequest(maria);
    await round(phone);
    const id = await writeReply(phone.db, requestId, { purpose: 'addition' });
    await round(phone);
    await round(desktop);
    await submitDraft(desktop.db, id, now());
    await push(desktop);
    await write(phone.db, id, 'No telemóvel escrevi mais isto.', 'phone');
    await round(phone);
    expect(await listReplyDrafts(phone.db, requestId)).toMatchObject([
      { copyOf: id, description: 'No telemóvel escrevi mais isto.' },
    ]);
    await round(phone);
    await round(desktop);
    expect(await readTexts(desktop.db)).toEqual(['No telemóvel escrevi mais isto.']);
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
      expect(await readTexts(db)).toEqual(['Junto o recibo.']);
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
