import type { LucideIcon } from 'lucide-react';
import { type ComponentProps, useCallback, useRef } from 'react';
import { ProgressBar } from './bar.tsx';
import { Button } from './button.tsx';

interface CancellableButtonProps {
  icon: LucideIcon;
  label: string;
  cancelLabel: string;
  /** Null while the action is not running. */
  progress: ComponentProps<typeof ProgressBar> | null;
  onStart: () => void;
  onCancel: () => void;
}

/** A button for an action that takes long. While the action runs, its progress and a button to cancel it are shown. */
export function CancellableButton(props: CancellableButtonProps) {
  const { icon, label, cancelLabel, progress, onStart, onCancel } = props;
  const button = useRef<HTMLButtonElement>(null);

  // The button that cancels may go while it has the focus: at a press, or because the action has ended.
  const giveFocusBack = useCallback((pressed: HTMLElement | null) => {
    return () => {
      if (document.activeElement === pressed) button.current?.focus();
    };
  }, []);

  function cancel() {
    onCancel();
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
          <Button ref={giveFocusBack} variant="quiet" type="button" onClick={cancel}>
            {cancelLabel}
          </Button>
        </>
      )}
    </>
  );
}
