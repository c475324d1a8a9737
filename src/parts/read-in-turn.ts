import { create } from 'zustand';

interface Progress {
  /** What becomes of the files: they are read, or joined as one PDF. */
  work: 'reading' | 'joining';
  done: number;
  total: number;
}

/** The progress of each draft's files, which goes on after the citizen has left their step. */
const useReading = create<Record<string, Progress | null>>(() => ({}));

/** Returns null while no files of the draft are being read or joined. */
export function useReadingProgress(draftId: string): Progress | null {
  return useReading((all) => all[draftId] ?? null);
}

/** A draft's choices of files come one after the other, so that each is checked together with the files of the one before. */
const lastOf = new Map<string, Promise<unknown>>();

/** Reads or joins files once the draft's earlier choices are read. The draft is not submitted meanwhile. */
export function readInTurn<T>(
  draftId: string,
  total: number,
  read: (onProgress: (done: number) => void) => Promise<T>,
  work: Progress['work'] = 'reading',
): Promise<T> {
  const onProgress = (done: number) => useReading.setState({ [draftId]: { work, done, total } });

  function readNow(): Promise<T> {
    onProgress(0);
    return read(onProgress).finally(() => useReading.setState({ [draftId]: null }));
  }

  // While earlier files are being joined or read, it is said how those stand.
  if (!useReading.getState()[draftId]) onProgress(0);
  const reading = (lastOf.get(draftId) ?? Promise.resolve()).then(readNow, readNow);
  lastOf.set(draftId, reading);
  return reading;
}
