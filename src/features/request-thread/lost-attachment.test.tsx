import { beforeEach, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../../shared/sha256.ts';
import { NOON, pdfBytes, writeCompleteDraft } from '../../../testing/builders.ts';
import { loseBytes } from '../../../testing/lost-bytes.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { noteDownloads } from '../../../testing/note-downloads.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { patchSyncState } from '../../db/core/metadata.ts';
import { addAttachment } from '../../db/drafts/attachments.ts';
import { postponeDownload, refuseDownload, saveDownload, wantDownload } from '../../db/files/downloads.ts';
import { SentAttachments } from './sent-attachments.tsx';

const BYTES = pdfBytes();
const FILE = { name: 'Resposta.pdf', type: 'application/pdf', sha256: await sha256Hex(BYTES) };

beforeEach(() => {
  noteDownloads();
  vi.spyOn(window, 'open').mockReturnValue(window);
});

async function fetchOnce(db: CitizenDatabase) {
  const wish = { attachmentId: 'a', requestId: 'r', size: BYTES.byteLength, sha256: FILE.sha256 };
  await wantDownload(db, wish, NOON);
  await saveDownload(db, 'a', BYTES);
}

async function shareWithDraft(db: CitizenDatabase) {
  const attachment = { ...FILE, id: 'a', bytes: BYTES, thumbnail: null };
  await addAttachment(db, await writeCompleteDraft(db), attachment, NOON);
}

test.each([
  ['was fetched', [fetchOnce]],
  ['was fetched, and that an open draft has too,', [fetchOnce, shareWithDraft]],
  ['only an open draft has here', [shareWithDraft]],
])('a file that %s is fetched anew by a press where the browser has lost it', async (_where, keep) => {
  const db = openMemoryDatabase();
  for (const keepFile of keep) await keepFile(db);
  const findAgain = loseBytes('chunks');
  const attachment = { ...FILE, id: 'a', size: BYTES.byteLength };
  const { screen, user } = await renderFeature(<SentAttachments requestId="r" attachments={[attachment]} />, {
    db,
  });
  await user.click(await screen.findByRole('button', { name: 'Abrir Resposta.pdf' }));
  expect(await screen.findByText('A obter o ficheiro…')).toBeVisible();
  await refuseDownload(db, 'a');
  expect(await screen.findByText(/Não foi possível obter «Resposta.pdf»/)).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Descarregar Resposta.pdf' }));
  expect(await screen.findByText('A obter o ficheiro…')).toBeVisible();
  findAgain();
  await saveDownload(db, 'a', BYTES);
  expect(await screen.findByRole('link', { name: 'Abrir Resposta.pdf' })).toBeVisible();
});

async function putOff(db: CitizenDatabase) {
  const download = await vi.waitUntil(() => db.files.get('a'));
  await postponeDownload(db, download, NOON.getTime() + 60_000);
}

test('a file that the server cannot give now is not said to be fetched, and is asked for anew by a press', async () => {
  const db = openMemoryDatabase();
  await patchSyncState(db, { connection: 'reached' });
  const attachment = { ...FILE, id: 'a', size: BYTES.byteLength };
  const { screen, user } = await renderFeature(<SentAttachments requestId="r" attachments={[attachment]} />, {
    db,
  });
  const open = await screen.findByRole('button', { name: 'Abrir Resposta.pdf' });
  await user.click(open);
  expect(await screen.findByText('A obter o ficheiro…')).toBeVisible();
  await putOff(db);
  const later = 'O e-Clic não responde. O ficheiro é descarregado quando houver resposta.';
  expect(await screen.findByText(later, { selector: 'main p' })).toBeVisible();
  expect(open).not.toHaveAttribute('aria-disabled');

  await user.click(open);
  expect(await screen.findByText('A obter o ficheiro…', { selector: 'main p' })).toBeVisible();
  expect(await db.files.get('a')).toMatchObject({ attempts: 0, nextAttemptAt: 0 });
  await saveDownload(db, 'a', BYTES);
  expect(await screen.findByRole('link', { name: 'Abrir Resposta.pdf' })).toBeVisible();
});
