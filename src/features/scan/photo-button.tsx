import { Camera } from 'lucide-react';
import { useRef } from 'react';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { FileInput } from '../../ui/file-input.tsx';

interface PhotoButtonProps {
  label: string;
  variant: ButtonVariant;
  busy: boolean;
  /** Whether the citizen takes one photo, which replaces another, and not several. */
  isSingle?: boolean;
  onPhotos: (photos: File[]) => void;
}

/** Opens the system's camera. On a computer, which has no such camera, it opens the picker of pictures. */
export function PhotoButton({ label, variant, busy, isSingle = false, onPhotos }: PhotoButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <FileInput ref={input} accept="image/*" capture="environment" multiple={!isSingle} onFiles={onPhotos} />
      <Button
        variant={variant}
        type="button"
        icon={Camera}
        busy={busy}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}
