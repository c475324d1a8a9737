import type { CopyScope } from '../../db/copies/copy-source.ts';
import { exportCopy } from '../../db/copies/export-copy.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { PendingTextRow } from '../../db/core/schema.ts';
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
