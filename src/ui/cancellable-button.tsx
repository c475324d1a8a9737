import type { LucideIcon } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import { ProgressBar } from './bar.tsx';
import { Button } from './button.tsx';

interface CancellableButtonProps {
  icon: LucideIcon;
  label: string;
  cancelLabel: string;
  /** Null while nothing is on its way. */
  progress: ComponentProps<typeof ProgressBar> | null;
  onStart: () => void;
  onCancel: () => void;
}

/** A button that begins what takes long, and meanwhile how far it is and **Cancelar**. */
export function CancellableButton(props: CancellableButtonProps) {
  const { icon, label, cancelLabel, progress, onStart, onCancel } = props;
  const button = useRef<HTMLButtonElement>(null);

  function cancel() {
    onCancel();
    // The button that was pressed goes.
    button.current?.focus();
  }

  return (
    <>
      <Button
        ref={button}
        variant="secondary"
        type="button"
        icon={icon}
        busy={progress !== null}
        onClick={onStart}
      >
        {label}
      </Button>
      {progress && (
        <>
          <ProgressBar {...progress} />
          <Button variant="quiet" type="button" onClick={cancel}>
            {cancelLabel}
          </Button>
        </>
      )}
    </>
  );
}
