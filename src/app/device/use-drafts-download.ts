import { useState } from 'react';

type Stage = 'ready' | 'downloading' | 'nothing' | 'downloadFailed';

/** The steps of a button that downloads a copy of all that is written; `run` resolves to false where there is nothing. Needs nothing that may be broken. */
export function useDraftsDownload(run: (now: Date) => Promise<boolean>) {
  const [stage, setStage] = useState<Stage>('ready');

  async function download() {
    setStage('downloading');
    setStage((await run(new Date())) ? 'ready' : 'nothing');
  }

  return { stage, download: () => void download().catch(() => setStage('downloadFailed')) };
}
