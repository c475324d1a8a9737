/** Some browsers begin to read the file only after the press has been handled. */
const READ_WITHIN_MS = 60_000;

export interface NamedBlob {
  name: string;
  blob: Blob;
}

/** Hands a file to the browser's downloads. */
export function saveFile({ name, blob }: NamedBlob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN_MS);
}
