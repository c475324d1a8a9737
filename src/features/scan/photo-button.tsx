import type { LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { Button, type ButtonVariant } from '../../ui/button.tsx';

interface PhotoButtonProps {
  label: string;
  icon: LucideIcon;
  variant: ButtonVariant;
  busy?: boolean;
  /** One photo in the place of another, and not several. */
  isSingle?: boolean;
  onPhotos: (photos: File[]) => void;
}

/** Opens the system's camera; on a computer, which has none for this, the pictures that are there. */
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
          // Choosing the same photo again must be a change again.
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
