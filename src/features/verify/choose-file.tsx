import { Upload } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { FileInput } from '../../ui/file-input.tsx';

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
      <FileInput ref={input} accept={accept} onFiles={([file]) => file && onFile(file)} />
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
