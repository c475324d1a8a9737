import { exportRequest } from '../../db/copies/export-request.ts';
import { fetchRequestFiles } from '../../db/copies/fetch-request-files.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readProfile } from '../../db/core/metadata.ts';
import { readAboutReference } from '../../db/requests/requests.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { loadFonts, loadPdfWords } from './make-receipt.ts';
import { signedReceipt } from './signed-receipt.ts';
import { writeRequestPdf } from './write-request-pdf.ts';

export interface ZipProgress {
  phase: 'fetching' | 'packing';
  doneBytes: number;
  totalBytes: number;
}

export async function makeRequestZip(
  db: CitizenDatabase,
  requestId: string,
  now: Date,
  onProgress: (progress: ZipProgress) => void,
) {
  const tell = (phase: ZipProgress['phase']) => (doneBytes: number, totalBytes: number) =>
    onProgress({ phase, doneBytes, totalBytes });
  await fetchRequestFiles(db, requestId, now, { onProgress: tell('fetching') });
  const [words, fonts, profile] = await Promise.all([loadPdfWords(), loadFonts(), readProfile(db)]);
  const { t } = words;
  const citizen = profile?.citizen ?? null;
  const made = await exportRequest(db, requestId, now, {
    async makePdf(request, messages) {
      const aboutReference = await readAboutReference(db, request);
      return writeRequestPdf(
        { request, citizen, aboutReference, signed: signedReceipt(request), messages },
        words,
        fonts,
        now,
      );
    },
    describeMissing(missing, { kind }) {
      const names = missing.map(({ name, sha256 }) => `- ${name} (SHA-256 ${sha256})`);
      const lines = [
        t('everything.missingFiles'),
        '',
        t('everything.missingFilesText', ofKind(kind)),
        '',
        ...names,
        '',
      ];
      return { fileName: 'leia-me.txt', text: lines.join('\r\n') };
    },
    onProgress: tell('packing'),
  });
  if (!made) throw new Error('The request is no longer on this device');
  return {
    name: `pedido-${made.request.reference}.zip`,
    blob: made.blob,
    /** The names of the attachments that could not be fetched. */
    missing: made.missing.map(({ name }) => name),
  };
}
