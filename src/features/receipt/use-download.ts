import { useState } from 'react';
import { saveFile } from '../../lib/save-file.ts';
import { announce } from '../../ui/live-region.tsx';

export type DownloadState =
  | { status: 'idle' }
  | { status: 'working' }
  | { status: 'done'; text: string }
  | { status: 'failed'; text: string };

interface DownloadSteps {
  make: () => Promise<{ name: string; blob: Blob }>;
  words: { working?: string; done: (name: string) => string; failed: string };
}

/** Makes a file, hands it to the browser and says what became of it. */
export function useDownload({ make, words }: DownloadSteps): {
  state: DownloadState;
  download: () => void;
} {
  const [state, setState] = useState<DownloadState>({ status: 'idle' });

  async function makeAndSave() {
    setState({ status: 'working' });
    if (words.working) announce(words.working);
    const file = await make();
    saveFile(file);
    const text = words.done(file.name);
    setState({ status: 'done', text });
    announce(text);
  }

  function fail() {
    setState({ status: 'failed', text: words.failed });
    announce(words.failed, 'assertive');
  }

  return { state, download: () => void makeAndSave().catch(fail) };
}
