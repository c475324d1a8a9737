import { expect, test } from 'vitest';
import { sha256Hex } from '../../../shared/sha256.ts';
import { NOON, pdfBytes, writeCompleteDraft } from '../../../testing/builders.ts';
import { loseBytes } from '../../../testing/lost-bytes.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { addAttachment } from '../../db/drafts/attachments.ts';
import { refuseDownload, saveDownload, wantDownload } from '../../db/files/downloads.ts';
import { SentAttachments } from './sent-attachments.tsx';

const BYTES = pdfBytes();
const FILE = { name: 'Resposta.pdf', type: 'application/pdf', sha256: await sha256Hex(BYTES) };

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
