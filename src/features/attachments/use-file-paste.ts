import { useEffect } from 'react';

/** Fields where pasted words belong. */
const TEXT_FIELDS = 'textarea, input, [contenteditable=""], [contenteditable="true"]';

/** Programs put a picture of the words beside them: whoever pastes that into a text wants the words. */
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
