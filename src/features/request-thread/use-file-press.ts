import { useEffect, useState } from 'react';
import type { DownloadStage } from '../../db/files/downloads.ts';
import type { ReadAttachment } from '../../db/files/use-attachment-url.ts';
import { assertNever } from '../../lib/assert-never.ts';
import { saveFile } from '../../lib/save-file.ts';

export type FileAction = 'view' | 'open' | 'download';

/** The last press of a row. `ready`: the file came once nobody waited for it any more, and is left to another press. `blocked`: the browser opened nothing. */
export interface FilePress {
  action: FileAction;
  outcome: 'waiting' | 'shown' | 'opened' | 'saved' | 'blocked' | 'ready';
}

/** Does what was pressed as soon as the bytes are here, unless the citizen has left the page or pressed another action of the row meanwhile. */
export function useFilePress(file: ReadAttachment | null, fileName: string, stage: DownloadStage) {
  const [press, setPress] = useState<FilePress | null>(null);

  useEffect(() => {
    if (file && press?.outcome === 'waiting')
      setPress({ ...press, outcome: act(press.action, file, fileName) });
  }, [file, fileName, press]);

  useEffect(() => {
    // If the file comes all the same, it was asked for elsewhere.
    if (stage === 'refused') setPress(stopWaiting);
  }, [stage]);

  return {
    press,
    begin: (action: FileAction) => setPress({ action, outcome: 'waiting' }),
    /** The citizen has gone on: nothing may come over what they do now. A file that is saved disturbs nobody, so that several can be on their way. */
    leave: () => setPress((last) => (last?.action === 'download' ? last : stopWaiting(last))),
    forget: () => setPress(null),
  };
}

function stopWaiting(press: FilePress | null): FilePress | null {
  return press?.outcome === 'waiting' ? { ...press, outcome: 'ready' } : press;
}

function act(action: FileAction, { url, blob }: ReadAttachment, fileName: string): FilePress['outcome'] {
  switch (action) {
    case 'view':
      return 'shown';
    case 'download':
      saveFile({ name: fileName, blob });
      return 'saved';
    case 'open':
      return openTab(url) ? 'opened' : 'blocked';
    default:
      return assertNever(action);
  }
}

/** Returns false where the press is too long ago for the browser. With `noopener` it would not tell. */
function openTab(url: string): boolean {
  const tab = window.open(url, '_blank');
  if (tab) tab.opener = null;
  return tab !== null;
}
