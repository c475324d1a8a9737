import type { ComponentPropsWithRef } from 'react';
import { whileUnderWay } from '../lib/under-way.ts';

/** How long after the page has the focus again a photo still comes. */
const COMES_WITHIN_MS = 5_000;

interface FileInputProps
  extends Pick<ComponentPropsWithRef<'input'>, 'ref' | 'accept' | 'multiple' | 'capture'> {
  onFiles: (files: File[]) => void;
}

/** Opens the system's picker of files or its camera when a button clicks it; it is not seen itself. A page loaded anew meanwhile would lose the photo. */
export function FileInput({ onFiles, ...native }: FileInputProps) {
  return (
    <input
      {...native}
      type="file"
      hidden
      onClick={({ currentTarget }) => void whileUnderWay(untilClosed(currentTarget))}
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])];
        // Without this, choosing the same file again would not be a change.
        currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}

/** Resolves once the picker is closed. Chromium says only from version 113 that nothing was chosen; before, the page gets the focus back. */
function untilClosed(input: HTMLInputElement): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const { signal } = listening;
    const close = () => {
      listening.abort();
      resolve();
    };
    for (const sign of ['change', 'cancel']) input.addEventListener(sign, close, { signal });
    window.addEventListener('focus', () => setTimeout(close, COMES_WITHIN_MS), { signal });
  });
}
