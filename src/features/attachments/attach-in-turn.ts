import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { attachFiles, noneKept } from './attach-files.ts';
import type { PhotoCodec } from './photo-codec.ts';
import { noteReading } from './reading-progress.ts';

type Attached = Awaited<ReturnType<typeof attachFiles>>;

/** A draft's choices of files are attached one after the other, so that each is checked together with the files of the one before. */
const lastOf = new Map<string, Promise<unknown>>();

/** Attaches files once those of the draft's earlier choices are attached. The draft's summary waits meanwhile. */
export function attachInTurn(
  db: CitizenDatabase,
  draftId: string,
  files: File[],
  codec: PhotoCodec,
): Promise<Attached> {
  const total = files.length;
  const onProgress = (done: number) => noteReading(draftId, { done, total });

  async function attachNow(): Promise<Attached> {
    onProgress(0);
    const options = { now: new Date(), codec, onProgress };
    const attached = await attachFiles(db, draftId, files, options).catch(() => noneKept(files));
    noteReading(draftId, null);
    return attached;
  }

  onProgress(0);
  const attached = (lastOf.get(draftId) ?? Promise.resolve()).then(attachNow);
  lastOf.set(draftId, attached);
  return attached;
}
