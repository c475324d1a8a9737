import type { ComponentPropsWithRef } from 'react';

interface FileInputProps
  extends Pick<ComponentPropsWithRef<'input'>, 'ref' | 'accept' | 'multiple' | 'capture'> {
  onFiles: (files: File[]) => void;
}

/** Opens the system's picker of files when a button clicks it; it is not seen itself. */
export function FileInput({ onFiles, ...native }: FileInputProps) {
  return (
    <input
      {...native}
      type="file"
      hidden
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])];
        // Without this, choosing the same file again would not be a change.
        currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
