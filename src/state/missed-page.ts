import { create } from 'zustand';

interface MissedPage {
  href: string;
  tryAgain: () => void;
}

/** Fetches a part anew, and rejects where it does not come this time either. */
type Ask = () => Promise<void>;

interface Missed {
  /** The page that was asked for last and did not come; the page before it is still shown. */
  missed: MissedPage | null;
  /** The parts that have not come of the page shown. */
  parts: readonly Ask[];
}

export const useMissedPage = create<Missed>(() => ({ missed: null, parts: [] }));

/** Notes that a part has not come. Returns the function that takes the note back. */
export function reportMissingPart(ask: Ask): () => void {
  useMissedPage.setState(({ parts }) => ({ parts: [...parts, ask] }));
  return () => useMissedPage.setState(({ parts }) => ({ parts: parts.filter((each) => each !== ask) }));
}

/** Runs work whose code may not come. Where it fails, it counts as a missing part until another try has done it. */
export async function runOrOfferRetry(run: Ask): Promise<void> {
  await run().catch(() => {
    const takeBack = reportMissingPart(async () => {
      await run();
      takeBack();
    });
  });
}
