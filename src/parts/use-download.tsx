import { useState } from 'react';
import { type NamedBlob, saveFile } from '../lib/save-file.ts';
import { whileUnderWay } from '../lib/under-way.ts';
import { announce } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';

type ByteProgress = { doneBytes: number; totalBytes: number };

interface DownloadSteps<Progress> {
  make: (onProgress: (progress: Progress) => void) => Promise<NamedBlob>;
  words: { working?: string; done: (name: string) => string; failed: string };
}

interface Download<Progress = ByteProgress> {
  status: 'idle' | 'working' | 'done' | 'failed';
  /** Null while there is no progress to measure. */
  progress: Progress | null;
  /** How the download stands, in words; null where there is nothing to say. */
  line: string | null;
  start: () => void;
}

type Stage<Progress> =
  | { status: 'idle' | 'failed' }
  | { status: 'working'; progress: Progress | null }
  | { status: 'done'; name: string };

/** Makes a file, hands it to the browser and tells how that ended. */
export function useDownload<Progress extends ByteProgress>({
  make,
  words,
}: DownloadSteps<Progress>): Download<Progress> {
  const [stage, setStage] = useState<Stage<Progress>>({ status: 'idle' });

  async function makeAndSave() {
    setStage({ status: 'working', progress: null });
    if (words.working) announce(words.working);
    const making = make((progress) =>
      setStage({ status: 'working', progress: progress.totalBytes > 0 ? progress : null }),
    );
    const file = await whileUnderWay(making);
    saveFile(file);
    setStage({ status: 'done', name: file.name });
    announce(words.done(file.name));
  }

  function fail() {
    setStage({ status: 'failed' });
    announce(words.failed, 'assertive');
  }

  const { status } = stage;
  const lines = { idle: null, working: words.working ?? null, failed: words.failed };
  return {
    status,
    progress: status === 'working' ? stage.progress : null,
    line: status === 'done' ? words.done(stage.name) : lines[status],
    start: () => void makeAndSave().catch(fail),
  };
}

/** Says how a download stands. */
export function DownloadLine({ status, line }: Pick<Download, 'status' | 'line'>) {
  if (status !== 'failed') return line && <p>{line}</p>;
  return (
    <Notice tone="warning">
      <p>{line}</p>
    </Notice>
  );
}
