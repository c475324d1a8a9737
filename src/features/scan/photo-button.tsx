import type { LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { Button, type ButtonVariant } from '../../ui/button.tsx';

interface PhotoButtonProps {
  label: string;
  icon: LucideIcon;
  variant: ButtonVariant;
  busy?: boolean;
  /** Whether the citizen takes one photo, which replaces another, and not several. */
  isSingle?: boolean;
  onPhotos: (photos: File[]) => void;
}

/** Opens the system's camera. On a computer, which has no such camera, it opens the picker of pictures. */
export function PhotoButton({ label, icon, variant, busy, isSingle = false, onPhotos }: PhotoButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        multiple={!isSingle}
        hidden
        onChange={(event) => {
          const photos = [...(event.currentTarget.files ?? [])];
          // Without this, choosing the same photo again would not be a change.
          event.currentTarget.value = '';
          if (photos.length > 0) onPhotos(photos);
        }}
      />
      <Button variant={variant} type="button" icon={icon} busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
