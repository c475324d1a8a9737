import { useCallback, useEffect, useRef } from 'react';
import type { CitizenPurpose, ReplyTarget } from '../../../contract/types.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import type { DraftSaver } from './autosave.ts';

/** The words of a reply. A draft is made only once there are words or files. Each draft names the message that it replies to. */
export function useReplyText(
  saver: DraftSaver,
  draft: DraftRow | undefined,
  target: ReplyTarget,
  firstText: string,
) {
  const text = useRef(draft?.description || firstText);
  const replyTo = useRef(target);
  const isKept = useRef(draft?.replyTo != null);

  const keep = useCallback(() => {
    if (isKept.current) return;
    isKept.current = true;
    saver.change({ replyTo: replyTo.current, ...(firstText && { description: text.current }) });
    // Saved at once, since the last typing that is kept when the page hides does not name that message.
    void saver.flush();
  }, [saver, firstText]);

  useEffect(() => {
    /** Makes the draft before the picker receives a file, since a file is kept with its draft. */
    function keepForFiles(event: Event) {
      const isChoice = event.target instanceof HTMLInputElement && event.target.type === 'file';
      if (isChoice || event.type === 'drop') keep();
    }
    function keepForPasted({ clipboardData }: ClipboardEvent) {
      if (clipboardData?.files.length) keep();
    }
    window.addEventListener('change', keepForFiles, true);
    window.addEventListener('drop', keepForFiles, true);
    window.addEventListener('paste', keepForPasted, true);
    return () => {
      window.removeEventListener('paste', keepForPasted, true);
      window.removeEventListener('change', keepForFiles, true);
      window.removeEventListener('drop', keepForFiles, true);
    };
  }, [keep]);

  return {
    text,
    type(next: string) {
      text.current = next;
      saver.change({ description: next });
      keep();
    },
    turnInto(purpose: CitizenPurpose) {
      replyTo.current = { ...replyTo.current, purpose };
      isKept.current = false;
      keep();
    },
  };
}
