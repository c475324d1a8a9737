import { useEffect, useState } from 'react';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { formatTime } from '../../../shared/format-date.ts';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Lets files be dropped anywhere on the page: a file dropped beside a small area would make the browser leave the page for the file. */
export function useFileDrop(onFiles: (files: File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    function over(event: DragEvent) {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    }
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) setIsOver(false);
    }
    function drop(event: DragEvent) {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    }
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);

  return isOver;
}

/** Fields into which words are pasted. */
const TEXT_FIELDS = 'textarea, input, [contenteditable=""], [contenteditable="true"]';

/** Whether words are being pasted into a field. Programs put a picture of the words on the clipboard beside them, which is not meant to be attached. */
function wantsText({ target, clipboardData }: ClipboardEvent): boolean {
  const isInField = target instanceof Element && target.closest(TEXT_FIELDS) !== null;
  return isInField && (clipboardData?.types.includes('text/plain') ?? false);
}

/** Takes files and pictures from the clipboard, wherever the focus is on the page. */
export function useFilePaste(onFiles: (files: File[]) => void): void {
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || wantsText(event)) return;
      event.preventDefault();
      onFiles(files);
    }
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [onFiles]);
}

/** The names that browsers give a picture without a name of its own. */
const NAMELESS = /^(image\.(\w+))?$/i;

/** Names a pasted screenshot that has no name of its own, such as *imagem-2026-11-25-10-31.png*. The word is in the citizen's language. */
export function namePasted(file: File, word: string, now: Date): File {
  const match = NAMELESS.exec(file.name);
  if (!match) return file;
  const time = formatTime(now.toISOString(), 'en').replace(':', '-');
  const ending = match[2] ?? file.type.slice(file.type.indexOf('/') + 1);
  return new File([file], `${word}-${lisbonDate(now)}-${time}.${ending || 'png'}`, { type: file.type });
}
