import { create } from 'zustand';

interface MissedPage {
  href: string;
  tryAgain: () => void;
}

/** Fetches a part anew, and rejects where it does not come this time either. */
type Ask = () => Promise<void>;

interface Missed {
  /** The page that was asked for last and did not come; the one before it still stands there. */
  missed: MissedPage | null;
  /** What has not come of the page that stands there. */
  parts: readonly Ask[];
}

export const useMissedPage = create<Missed>(() => ({ missed: null, parts: [] }));

/** Returns what takes it back. */
export function missPart(ask: Ask): () => void {
  useMissedPage.setState(({ parts }) => ({ parts: [...parts, ask] }));
  return () => useMissedPage.setState(({ parts }) => ({ parts: parts.filter((each) => each !== ask) }));
}

/** For what needs code that may not come: it is then missed until it has been done. */
export async function doOrMiss(run: Ask): Promise<void> {
  await run().catch(() => {
    const takeBack = missPart(async () => {
      await run();
      takeBack();
    });
  });
}
