import { Upload } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button } from '../../ui/button.tsx';

interface ChooseFileProps {
  label: string;
  hint: string;
  accept?: string;
  busy: boolean;
  onFile: (file: File) => void;
}

/** A button to choose a file. The file stays on the device. */
export function ChooseFile({ label, hint, accept, busy, onFile }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          // Without this, choosing the same file again would not be a change.
          event.currentTarget.value = '';
        }}
      />
      <p id={hintId}>{hint}</p>
      <Button
        variant="secondary"
        type="button"
        icon={Upload}
        busy={busy}
        aria-describedby={hintId}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </div>
  );
}
