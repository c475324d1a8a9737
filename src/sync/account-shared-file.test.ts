import { expect, test } from 'vitest';
import { attachPdf, DESCRIPTION, pdfBytes, writeCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { openTwoDevices, type TwoDevices } from '../../testing/two-devices.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { removeAttachment } from '../db/drafts/attachments.ts';
import { listOpenDrafts } from '../db/drafts/drafts.ts';
import { listAttachments, readAttachmentBytes } from '../db/files/file-rows.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';

const FILE = 'fatura.pdf';
const OF_PHONE = `${DESCRIPTION} Do telefone.`;
const OF_DESKTOP = `${DESCRIPTION} Do computador.`;

/** A tablet has sent a draft that both devices have changed since: each goes on in a draft of its own, and both drafts name one file. */
async function openSplitDrafts(): Promise<TwoDevices> {
  const devices = await openTwoDevices();
  const { maria, phone, desktop, now, round, write } = devices;
  const db = openMemoryDatabase(maria.citizenId);
  const tablet = createTestSyncContext({ db, api: maria.api, now, random: () => 0 });
  const id = await writeCompleteDraft(phone.db);
  await attachPdf(phone.db, id);
  for (const device of [phone, tablet, desktop]) await round(device);
  await write(phone.db, id, OF_PHONE, 'phone');
  await write(desktop.db, id, OF_DESKTOP, 'desktop');
  await submitDraft(tablet.db, id, now());
  for (const device of [tablet, phone, desktop, phone, desktop, phone]) await round(device);
  return devices;
}

/** Reads the names of the files of each draft, by its text. */
async function readFilesByText(db: CitizenDatabase): Promise<Record<string, string[]>> {
  const drafts = await listOpenDrafts(db);
  const entries = drafts.map(async ({ id, description }): Promise<[string, string[]]> => {
    return [description, (await listAttachments(db, id)).map(({ name }) => name)];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function findDraft(db: CitizenDatabase, text: string): Promise<string> {
  const draft = (await listOpenDrafts(db)).find(({ description }) => description === text);
  if (!draft) throw new Error(`No draft says ${text}`);
  return draft.id;
}

test('a file that two drafts name stays in both, on each device, with its bytes where they were', async () => {
  const { phone, desktop } = await openSplitDrafts();
  for (const { db } of [phone, desktop]) {
    expect(await readFilesByText(db)).toEqual({ [OF_PHONE]: [FILE], [OF_DESKTOP]: [FILE] });
  }
  const [own] = await listAttachments(phone.db, await findDraft(phone.db, OF_PHONE));
  expect(own && (await readAttachmentBytes(phone.db, own))).toEqual([pdfBytes()]);
});

test('a file that two drafts name stays in both while the words of one go on', async () => {
  const { phone, desktop, round, write } = await openSplitDrafts();
  const later = `${OF_DESKTOP} E mais isto.`;
  await write(desktop.db, await findDraft(desktop.db, OF_DESKTOP), later, 'desktop');
  for (const device of [desktop, phone, desktop]) await round(device);
  for (const { db } of [phone, desktop]) {
    expect(await readFilesByText(db)).toEqual({ [OF_PHONE]: [FILE], [later]: [FILE] });
  }
});

test('a file that is taken out of one of two drafts that name it leaves the other alone', async () => {
  const { phone, desktop, now, round } = await openSplitDrafts();
  const [file] = await listAttachments(phone.db, await findDraft(phone.db, OF_DESKTOP));
  await removeAttachment(phone.db, file?.id ?? '', now());
  for (const device of [phone, desktop, phone]) await round(device);
  for (const { db } of [phone, desktop]) {
    expect(await readFilesByText(db)).toEqual({ [OF_PHONE]: [FILE], [OF_DESKTOP]: [] });
  }
});

test('two drafts that name one file are both sent with it', async () => {
  const { phone, now, round } = await openSplitDrafts();
  for (const text of [OF_PHONE, OF_DESKTOP])
    await submitDraft(phone.db, await findDraft(phone.db, text), now());
  await round(phone);
  const sent = (await phone.db.requests.toArray()).map(({ description, attachments }) => [
    description,
    attachments.map(({ name }) => name),
  ]);
  expect(Object.fromEntries(sent)).toMatchObject({ [OF_PHONE]: [FILE], [OF_DESKTOP]: [FILE] });
});
