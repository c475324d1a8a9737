import { useEffect, useState } from 'react';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { formatTime } from '../../../shared/format-date.ts';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** The whole page takes files; a file dropped beside a small area would otherwise replace the page. */
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

/** Fields where pasted words belong. */
const TEXT_FIELDS = 'textarea, input, [contenteditable=""], [contenteditable="true"]';

/** Whether words are pasted into a field: programs put a picture of the words beside them, which is not meant. */
function wantsText({ target, clipboardData }: ClipboardEvent): boolean {
  const isInField = target instanceof Element && target.closest(TEXT_FIELDS) !== null;
  return isInField && (clipboardData?.types.includes('text/plain') ?? false);
}

/** The whole page takes files and pictures from the clipboard, wherever the focus is. */
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

/** What browsers call a picture that has no name of its own. */
const NAMELESS = /^(image\.(\w+))?$/i;

/** *imagem-2026-11-25-10-31.png*, when a screenshot has no name of its own. The word is the citizen's. */
export function namePasted(file: File, word: string, now: Date): File {
  const match = NAMELESS.exec(file.name);
  if (!match) return file;
  const time = formatTime(now.toISOString(), 'en').replace(':', '-');
  const ending = match[2] ?? file.type.slice(file.type.indexOf('/') + 1);
  return new File([file], `${word}-${lisbonDate(now)}-${time}.${ending || 'png'}`, { type: file.type });
}
