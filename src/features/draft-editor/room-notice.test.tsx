import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../domain/limits.ts';
import { attachPdf, NOON, pdfBytes, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { keepMetadata } from '../../db/core/metadata.ts';
import { readAccountRoom } from '../../db/drafts/account-room.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { keepDraftsOnDevice } from '../../db/drafts/restart-feed.ts';
import { DraftStepPage } from './draft-step-page.tsx';

async function fill(citizenId: string, drafts: number) {
  const db = openMemoryDatabase(citizenId);
  await keepMetadata(db, 'limits', {
    ...DEFAULT_LIMITS,
    accountDraftsMaxCount: 10,
    accountUploadsMaxTotalBytes: 10_000,
  });
  const ids: string[] = [];
  for (let n = 0; n < drafts; n += 1) ids.push(await writeCompleteDraft(db, `Rascunho ${n}`));
  return { db, draftId: ids[0] ?? '' };
}

async function openStep({ db, draftId }: Awaited<ReturnType<typeof fill>>) {
  const page = (
    <DraftStepPage draftId={draftId} step="topic" kind={null} errors={[]} tries={0} onContinue={() => {}}>
      x
    </DraftStepPage>
  );
  const { screen } = await renderFeature(page, { db, address: `/rascunhos/${draftId}/tema` });
  await screen.findByRole('heading', { level: 1 });
  return screen;
}

test('whoever nears what an account keeps is told in its figures, with what to do about it', async () => {
  const screen = await openStep(await fill('c_maria', 9));
  expect(await screen.findByText('A sua conta está quase cheia')).toBeVisible();
  expect(screen.getByText('A sua conta guarda até 10 rascunhos e já tem 9.')).toBeVisible();
  expect(screen.getByText(/Elimine os rascunhos de que já não precisa/)).toBeVisible();
});

test.each([
  ['there is room', 'c_maria', 8, false],
  ['a guest writes, who has none', 'guest', 9, false],
  ['drafts are kept on the device only', 'c_maria', 9, true],
])('nobody is told while %s', async (_when, citizenId, drafts, onDeviceOnly) => {
  const world = await fill(citizenId, drafts);
  await keepDraftsOnDevice(world.db, onDeviceOnly);
  const screen = await openStep(world);
  await readAccountRoom(world.db);
  expect(screen.queryByText('A sua conta está quase cheia')).toBeNull();
});

test('a step whose database was closed meanwhile, as when the device is wiped in another tab, ends without an error', async () => {
  const world = await fill('c_maria', 9);
  world.db.close();
  const screen = await openStep(world);
  await expect(readAccountRoom(world.db)).rejects.toThrow(/closed/i);
  expect(screen.queryByText('A sua conta está quase cheia')).toBeNull();
});

test('files count by number and size, and what was deleted does not', async () => {
  const { db, draftId } = await fill('c_maria', 2);
  await attachPdf(db, draftId, pdfBytes(8_000));
  expect(await readAccountRoom(db)).toMatchObject({
    used: { drafts: 2, files: 1, bytes: 8_000 },
    isNearlyFull: false,
  });
  await attachPdf(db, draftId, pdfBytes(1_000, 2), 'outro.pdf');
  expect(await readAccountRoom(db)).toMatchObject({ isNearlyFull: true });
  await deleteDraft(db, draftId, NOON);
  expect(await readAccountRoom(db)).toMatchObject({ used: { drafts: 1 } });
});
