import { waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import {
  endTrouble,
  noteRefusedWrites,
  noteSpaceIsBack,
  noteTrouble,
} from '../../db/core/storage-trouble.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { keepDraftsOnDevice } from '../../db/drafts/restart-feed.ts';
import { SavedLine } from './saved-text-area.tsx';
import { AFTER_OPENING, type SaverState } from './saver-state.ts';

const MAY_BE_ERASED = /pode apagar o rascunho se passar 7 dias/;

afterEach(() => {
  Reflect.deleteProperty(navigator, 'storage');
  endTrouble('memoryOnly');
  noteSpaceIsBack();
});

async function renderLine(db: CitizenDatabase, draftId: string, status: SaverState['status'] = 'opened') {
  const savedAt = (await readDraft(db, draftId))?.updatedAt ?? '';
  const state = { ...AFTER_OPENING, draftId, status };
  return renderFeature(<SavedLine id="saved" state={state} savedAt={savedAt} />, { db });
}

async function noteInAccount(db: CitizenDatabase, draftId: string, revision: number, savedAt: string) {
  await db.drafts.update(draftId, { account: { etag: '"1"', savedAt, revision, refusedRevision: null } });
}

test('a draft is in the account only while the account has all of it', async () => {
  const db = openMemoryDatabase();
  const now = new Date();
  const draftId = await writeCompleteDraft(db, undefined, now);
  const { screen } = await renderLine(db, draftId);
  expect(await screen.findByText(/^Guardado neste dispositivo às \d\d:\d\d$/)).toBeVisible();

  await noteInAccount(db, draftId, 1, now.toISOString());
  expect(await screen.findByText(/^Guardado na sua conta às \d\d:\d\d$/)).toBeVisible();

  // The draft has changed since.
  await db.drafts.update(draftId, { revision: 2 });
  expect(await screen.findByText(/^Guardado neste dispositivo às/)).toBeVisible();
});

test('what cannot be saved does not pass for saved', async () => {
  const db = openMemoryDatabase();
  const { screen } = await renderLine(db, await writeCompleteDraft(db), 'failing');
  expect(await screen.findByText('As últimas alterações ainda não estão guardadas')).toBeVisible();
  expect(screen.queryByText(/^Guardado/)).toBeNull();
});

test('what only the page remembers does not pass for saved on the device', async () => {
  noteTrouble('memoryOnly');
  // The page tells of this trouble first; the other one goes on beside it.
  noteRefusedWrites(['chunks']);
  const db = openMemoryDatabase();
  const { screen } = await renderLine(db, await writeCompleteDraft(db));
  expect(await screen.findByText('Este texto só existe enquanto esta página estiver aberta')).toBeVisible();
});

test('a browser that erases after a week says so of drafts on the device only', async () => {
  vi.spyOn(navigator, 'vendor', 'get').mockReturnValue('Apple Computer, Inc.');
  const db = openMemoryDatabase();
  const { screen } = await renderLine(db, await writeCompleteDraft(db));
  await screen.findByText(/^Guardado/);
  expect(screen.queryByText(MAY_BE_ERASED)).toBeNull();
  await keepDraftsOnDevice(db, true);
  expect(await screen.findByText(MAY_BE_ERASED)).toBeVisible();
  vi.spyOn(navigator, 'vendor', 'get').mockReturnValue('Google Inc.');
  await keepDraftsOnDevice(db, false);
  await waitFor(() => expect(screen.queryByText(MAY_BE_ERASED)).toBeNull());
});

test('words on the device only are not said to outlast a private window, unless the browser has promised to keep them', async () => {
  const db = openMemoryDatabase();
  const { screen } = await renderLine(db, await writeCompleteDraft(db));
  await screen.findByText(/^Guardado/);
  expect(screen.queryByText(/janela privada/)).toBeNull();
  await keepDraftsOnDevice(db, true);
  expect(
    await screen.findByText(
      /^Guardado neste dispositivo .*\d\. Numa janela privada, é apagado quando a fechar\./,
    ),
  ).toBeVisible();
  Object.defineProperty(navigator, 'storage', { value: { persisted: async () => true }, configurable: true });
  await keepDraftsOnDevice(db, false);
  await keepDraftsOnDevice(db, true);
  await waitFor(() => expect(screen.queryByText(/janela privada/)).toBeNull());
});
