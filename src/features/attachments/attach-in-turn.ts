import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readInTurn } from '../../parts/read-in-turn.ts';
import { attachFiles, noneKept } from './attach-files.ts';
import type { PhotoCodec } from './photo-codec.ts';

/** Attaches files once those of the draft's earlier choices are attached. */
export function attachInTurn(db: CitizenDatabase, draftId: string, files: File[], codec: PhotoCodec) {
  return readInTurn(draftId, files.length, (onProgress) =>
    attachFiles(db, draftId, files, { now: new Date(), codec, onProgress }).catch(() => noneKept(files)),
  );
}
