import type { CitizenDatabase } from '../../db/citizen-database.ts';
import type { CopyScope } from '../../db/copy-source.ts';
import { exportCopy } from '../../db/export-copy.ts';
import type { PendingTextRow } from '../../db/schema.ts';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import { loadCopyTexts } from './load-copy-texts.ts';

export interface CopyFile {
  name: string;
  blob: Blob;
}

interface CopyRequest {
  scope: CopyScope;
  now: Date;
  unsaved?: readonly PendingTextRow[];
  onProgress?: (doneBytes: number, totalBytes: number) => void;
}

export async function makeCopy(
  db: CitizenDatabase | null,
  { scope, now, ...options }: CopyRequest,
): Promise<CopyFile> {
  const blob = await exportCopy(db, scope, now, { texts: await loadCopyTexts(), ...options });
  // The name says when, and never whose.
  return { name: `e-clic-copia-${lisbonDate(now)}.zip`, blob };
}
