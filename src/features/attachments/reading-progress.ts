import { create } from 'zustand';

interface Progress {
  done: number;
  total: number;
}

/** The progress of each draft's files, of which some are read on after the citizen has left their step. */
const useReading = create<Record<string, Progress | null>>(() => ({}));

/** Notes how many files of a choice have been read; null once all have. */
export function noteReading(draftId: string, progress: Progress | null): void {
  useReading.setState({ [draftId]: progress });
}

/** Returns null while no files of the draft are being read. */
export function useReadingProgress(draftId: string): Progress | null {
  return useReading((all) => all[draftId] ?? null);
}
