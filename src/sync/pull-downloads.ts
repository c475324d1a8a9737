import { downloadAttachment } from '../api/download-calls.ts';
import type { DownloadRow } from '../db/core/file-schema.ts';
import { noteSessionOver } from '../db/core/metadata.ts';
import { endQuietly, isQuotaError } from '../db/core/storage-errors.ts';
import { noteDownloaded, postponeDownload, refuseDownload, saveDownload } from '../db/files/downloads.ts';
import { listDueDownloads } from '../db/files/due-downloads.ts';
import { assertNever } from '../lib/assert-never.ts';
import { MAX_WAIT_MS, retryDelayMs } from './retry.ts';
import type { SyncContext } from './sync-context.ts';

/** The shortest wait: the random delay could be zero, and a file be asked for again at once. */
const LEAST_WAIT_MS = 1_000;

/** How often it is noted how much of a file has come: each note is a write. */
const NOTES = 10;

/** Fetches the attachments that the citizen asked to see, one at a time, until none is due. One that cannot be had now is postponed. */
export async function pullDownloads(context: SyncContext): Promise<void> {
  let shouldContinue = true;
  while (shouldContinue && !context.isStopping()) {
    const [file] = await listDueDownloads(context.db, context.now(), MAX_WAIT_MS);
    shouldContinue = file !== undefined && (await fetchFile(context, file));
  }
}

/** Returns false where there is no connection, or this citizen is signed out. */
async function fetchFile(context: SyncContext, file: DownloadRow): Promise<boolean> {
  const { db, api } = context;
  const note = noteTenths(context, file);
  const outcome = await downloadAttachment(api, db.citizenId, file, (doneBytes) => {
    note(doneBytes);
    return !context.isStopping();
  });
  if (context.isStopping()) return false;
  switch (outcome.kind) {
    case 'accepted':
      await keep(context, file, outcome.value);
      return true;
    case 'refused':
      await refuseDownload(db, file.attachmentId);
      return true;
    case 'signedOut':
      await noteSessionOver(db);
      return false;
    case 'unreachable': {
      const { attempts } = file;
      const delayMs = retryDelayMs({ ...context, ...outcome, attempts, isVisible: context.isVisible() });
      await postponeDownload(db, file, context.now().getTime() + Math.max(delayMs, LEAST_WAIT_MS));
      // A fault of the server may concern this file alone.
      return outcome.cause !== 'network';
    }
    default:
      return assertNever(outcome);
  }
}

/** Notes how much has come, for whoever watches the button that they pressed. */
function noteTenths({ db }: SyncContext, { attachmentId, size }: DownloadRow) {
  let noted = 0;
  return (doneBytes: number) => {
    const part = Math.floor((doneBytes / size) * NOTES);
    if (part <= noted) return;
    noted = part;
    void noteDownloaded(db, attachmentId, doneBytes).catch(endQuietly);
  };
}

async function keep({ db }: SyncContext, { attachmentId }: DownloadRow, bytes: ArrayBuffer): Promise<void> {
  try {
    await saveDownload(db, attachmentId, bytes);
  } catch (error) {
    // The standing notice says that the device is full; fetching it again and again would not make room.
    if (!isQuotaError(error)) throw error;
    await refuseDownload(db, attachmentId);
  }
}
