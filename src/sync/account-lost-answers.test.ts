import { beforeEach, describe, expect, test } from 'vitest';
import { attachPdf, DESCRIPTION, pdfBytes, writeCompleteDraft } from '../../testing/builders.ts';
import { PRETEND_ORIGIN } from '../../testing/pretend-account.ts';
import { openTwoDevices, readTexts, type TwoDevices } from '../../testing/two-devices.ts';
import { createApiClient } from '../api/client.ts';
import { removeAttachment } from '../db/drafts/attachments.ts';
import { readDraft } from '../db/drafts/drafts.ts';
import { deleteDraft, restoreDraft } from '../db/drafts/mark-draft.ts';
import { saveDraft } from '../db/drafts/save-draft.ts';
import { listAttachments } from '../db/files/file-rows.ts';
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

describe('what was sent to the account, whose answer was lost,', () => {
  /** Tells the account what changed on the phone and loses the answer: the phone does not know that the account has it. */
  async function loseAnswer(): Promise<void> {
    const api = createApiClient(PRETEND_ORIGIN, async (request) => {
      const answer = await maria.server(request);
      if (['PUT', 'DELETE'].includes(request.method)) throw new TypeError('The page is gone');
      return answer;
    });
    pass(1_000);
    await pushDrafts({ ...phone, api });
    pass(1_000);
  }

  test('takes back nothing that was chosen since', async () => {
    const id = await writeCompleteDraft(phone.db);
    await loseAnswer();
    const baseRevision = (await readDraft(phone.db, id))?.revision ?? 0;
    await saveDraft(phone.db, id, { patch: { kind: 'documents' }, baseRevision, writer: 'phone' }, now());
    await round(phone);
    expect((await readDraft(phone.db, id))?.kind).toBe('documents');
    await round(phone);
    await round(desktop);
    expect((await readDraft(desktop.db, id))?.kind).toBe('documents');
    expect(await readTexts(phone.db)).toEqual([DESCRIPTION]);
  });

  test('does not keep a file that was removed since', async () => {
    const id = await writeCompleteDraft(phone.db);
    const file = await attachPdf(phone.db, id, pdfBytes(100));
    await loseAnswer();
    await removeAttachment(phone.db, file, now());
    await round(phone);
    await round(phone);
    await round(desktop);
    expect(await listAttachments(desktop.db, id)).toEqual([]);
    expect(await readTexts(desktop.db)).toEqual([DESCRIPTION]);
  });

  test('does not come back once the draft is deleted, also where it was written on', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await write(phone.db, id, `${DESCRIPTION} E mais isto.`, 'phone');
    await loseAnswer();
    await write(phone.db, id, `${DESCRIPTION} E mais isto. E isto.`, 'phone');
    await deleteDraft(phone.db, id, now());
    await round(phone);
    await round(phone);
    await round(desktop);
    expect(await readTexts(phone.db)).toEqual([]);
    expect(await readTexts(desktop.db)).toEqual([]);
  });

  test('does not undo «Desfazer», where it was the deletion of the draft', async () => {
    const id = await writeCompleteDraft(phone.db);
    await round(phone);
    await deleteDraft(phone.db, id, now());
    await loseAnswer();
    await restoreDraft(phone.db, id);
    await round(phone);
    expect(await readTexts(phone.db)).toEqual([DESCRIPTION]);
    await round(phone);
    await round(desktop);
    expect(await readTexts(desktop.db)).toEqual([DESCRIPTION]);
  });
});
