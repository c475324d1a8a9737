import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  attachPdf,
  NOON,
  registeredRequest,
  submitCompleteDraft,
  writeCompleteDraft,
} from '../../../testing/builders.ts';
import { type FullAt, fillDisk } from '../../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { readDraft } from '../drafts/drafts.ts';
import { listWaiting } from '../outbox/outbox.ts';
import { submitDraft } from '../outbox/submit-draft.ts';
import { readRequest, recordReceived } from '../requests/requests.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import { isQuotaError } from './storage-errors.ts';
import { noteSpaceIsBack, readTrouble } from './storage-trouble.ts';

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

afterEach(() => {
  vi.restoreAllMocks();
  noteSpaceIsBack();
});

async function fails(write: Promise<unknown>): Promise<void> {
  const error = await write.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(isQuotaError(error)).toBe(true);
  expect(readTrouble()).toBe('notSaved');
}

describe.each<FullAt>(['write', 'commit'])('a device that is full, as it shows at the %s', (at) => {
  it('is told while typing, until a draft fits again', async () => {
    const free = fillDisk(at);
    await fails(writeCompleteDraft(db));
    expect(await db.drafts.count()).toBe(0);
    free();
    const draftId = await writeCompleteDraft(db);
    expect(readTrouble()).toBeNull();
    expect(await readDraft(db, draftId)).toBeDefined();
  });

  it('is told while attaching, and nothing of the file is kept', async () => {
    const draftId = await writeCompleteDraft(db);
    fillDisk(at, ['chunks']);
    await fails(attachPdf(db, draftId));
    expect([await db.attachments.count(), await db.chunks.count()]).toEqual([0, 0]);
  });

  it('is told while submitting, and the draft stays as it was', async () => {
    const draftId = await writeCompleteDraft(db);
    const free = fillDisk(at, ['outbox']);
    await fails(submitDraft(db, draftId, NOON));
    expect(await readDraft(db, draftId)).toMatchObject({ submittedAt: null, submissions: 0 });
    free();
    await submitDraft(db, draftId, NOON);
    expect(await listWaiting(db)).toMatchObject([{ requestId: draftId, command: { revision: 1 } }]);
    expect(readTrouble()).toBeNull();
  });

  it('is told while recording an answer, and the words stay in the outbox', async () => {
    const draftId = await submitCompleteDraft(db);
    fillDisk(at, ['requests']);
    await fails(recordReceived(db, registeredRequest(draftId)));
    expect(await listWaiting(db)).toHaveLength(1);
    expect(await readDraft(db, draftId)).toBeDefined();
    expect(await readRequest(db, draftId)).toBeUndefined();
  });
});

it('a write of something else does not pass for the one that failed', async () => {
  const draftId = await writeCompleteDraft(db);
  fillDisk('write', ['chunks']);
  await fails(attachPdf(db, draftId));
  await writeCompleteDraft(db);
  expect(readTrouble()).toBe('notSaved');
});

it('a mistake that has nothing to do with space is no trouble of the device', async () => {
  await expect(db.drafts.add({} as never)).rejects.toThrow();
  expect(readTrouble()).toBeNull();
});
