import { expect, test } from 'vitest';
import { attachPdf, NOON, writeCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { type PretendAccount, readAccount, signInMaria } from '../../testing/pretend-account.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { putRequest } from '../api/request-calls.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { readDraft } from '../db/drafts/drafts.ts';
import { describeFile } from '../db/files/file-rows.ts';
import { byType } from '../db/outbox/commands.ts';
import { listWaiting } from '../db/outbox/outbox.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { push } from './push.ts';
import { uploadAttachment } from './upload-attachment.ts';

/** A name kept by a build without a rule for names. Marks of writing direction are invisible, and every server takes them. */
const NAME_OF_BEFORE = 'Recibo\u200e.pdf';

/** Submits a request as that build froze it, without mending the name. */
async function submitAsBefore(db: CitizenDatabase): Promise<string> {
  const id = await writeCompleteDraft(db);
  await attachPdf(db, id, undefined, NAME_OF_BEFORE);
  await submitDraft(db, id, NOON);
  await db.outbox.toCollection().modify(({ command }) => {
    if (command.type !== 'submitRequest') return;
    command.attachments = command.attachments.map((file) => ({ ...file, name: NAME_OF_BEFORE }));
  });
  return id;
}

/** Sends the requests as that build did, and loses the answers. */
async function sendAsBefore(db: CitizenDatabase, { api }: PretendAccount): Promise<void> {
  const context = createTestSyncContext({ db, api, now: () => NOON });
  for (const { citizenId, requestId, command } of byType(await listWaiting(db), 'submitRequest')) {
    const { revision, content } = command;
    const attachments = [];
    for (const file of command.attachments) {
      const upload = await uploadAttachment(context, file, async () => true);
      if (upload.kind !== 'accepted') throw new Error(upload.kind);
      attachments.push(describeFile(file, upload.value));
    }
    await putRequest(api, { citizenId, requestId, revision, content: { ...content, attachments } });
  }
}

test('what an older build froze and sent, and whose answer was lost, is the same request when this one sends it', async () => {
  const maria = await signInMaria(() => NOON);
  const db = openMemoryDatabase(maria.citizenId);
  const id = await submitAsBefore(db);
  await sendAsBefore(db, maria);
  await push(createTestSyncContext({ db, api: maria.api, now: () => NOON }));
  expect((await readDraft(db, id))?.refusal).toBeUndefined();
  expect(await listWaiting(db)).toEqual([]);
  const account = await readAccount(maria);
  const mine = account.flatMap((change) =>
    change.type === 'request' && change.request.id === id ? [change.request] : [],
  );
  expect(mine).toMatchObject([{ attachments: [{ name: 'Recibo.pdf' }] }]);
});
