import { create } from 'zustand';

interface Progress {
  done: number;
  total: number;
}

/** The progress of each draft's files, of which some are read on after the citizen has left their step. */
const useReading = create<Record<string, Progress | null>>(() => ({}));

/** Returns null while no files of the draft are being read. */
export function useReadingProgress(draftId: string): Progress | null {
  return useReading((all) => all[draftId] ?? null);
}

/** A draft's choices of files are read one after the other, so that each is checked together with the files of the one before. */
const lastOf = new Map<string, Promise<unknown>>();

/** Reads a choice of files once the draft's earlier choices are read. The draft's summary waits meanwhile. */
export function readInTurn<T>(
  draftId: string,
  total: number,
  read: (onProgress: (done: number) => void) => Promise<T>,
): Promise<T> {
  const onProgress = (done: number) => useReading.setState({ [draftId]: { done, total } });

  function readNow(): Promise<T> {
    onProgress(0);
    return read(onProgress).finally(() => useReading.setState({ [draftId]: null }));
  }

  onProgress(0);
  const reading = (lastOf.get(draftId) ?? Promise.resolve()).then(readNow, readNow);
  lastOf.set(draftId, reading);
  return reading;
}
