import { vi } from 'vitest';

/** Keeps downloads from the browser, and lists them instead. */
export function noteDownloads(): { name: string; blob: Blob }[] {
  const downloads: { name: string; blob: Blob }[] = [];
  let last: Blob | undefined;
  // jsdom has neither function.
  URL.createObjectURL = (blob: Blob) => {
    last = blob;
    return 'blob:copy';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    if (last) downloads.push({ name: this.download, blob: last });
  });
  return downloads;
}
