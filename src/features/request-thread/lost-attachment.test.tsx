import { expect, test } from 'vitest';
import { sha256Hex } from '../../../shared/sha256.ts';
import { NOON, pdfBytes } from '../../../testing/builders.ts';
import { loseBytes } from '../../../testing/lost-bytes.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { saveDownload, wantDownload } from '../../db/files/downloads.ts';
import { SentAttachments } from './sent-attachments.tsx';

test('a file that the browser has lost is fetched anew by a press', async () => {
  const db = openMemoryDatabase();
  const bytes = pdfBytes();
  const file = { size: bytes.byteLength, sha256: await sha256Hex(bytes) };
  await wantDownload(db, { ...file, attachmentId: 'a', requestId: 'r' }, NOON);
  await saveDownload(db, 'a', bytes);
  loseBytes('chunks');
  const attachment = { ...file, id: 'a', name: 'Resposta.pdf', type: 'application/pdf' };
  const { screen, user } = await renderFeature(<SentAttachments requestId="r" attachments={[attachment]} />, {
    db,
  });
  const open = await screen.findByRole('button', { name: 'Abrir Resposta.pdf' });
  // The button stands there before the loss is found, and a press does nothing until then.
  await expect
    .poll(async () => {
      await user.click(open);
      return screen.queryByText('A obter o ficheiro…');
    })
    .toBeVisible();
});
