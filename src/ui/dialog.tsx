import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button, type ButtonVariant } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  open: boolean;
  /** Called by Esc and by the closing button; the owner then renders it with `open` false. */
  onClose: () => void;
  closeLabel: string;
  /** `primary` where closing is what most people want. */
  closeVariant?: ButtonVariant;
  /** Whether it takes the whole screen. */
  fills?: boolean;
  children: ReactNode;
  /** The buttons before the closing one. */
  actions?: ReactNode;
  /** The button after it. */
  lastAction?: ReactNode;
}

export function Dialog({ open, ...content }: DialogProps) {
  return open ? <OpenDialog {...content} /> : null;
}

function OpenDialog(props: Omit<DialogProps, 'open'>) {
  const {
    title,
    onClose,
    closeLabel,
    closeVariant = 'quiet',
    fills = false,
    children,
    actions,
    lastAction,
  } = props;
  const dialogRef = useRef<HTMLDialogElement>(null);
  const titleRef = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  // A layout effect: its clean-up still finds the dialog in the document and can return the focus.
  useLayoutEffect(() => {
    const dialog = dialogRef.current;
    const opener = document.activeElement;
    dialog?.showModal();
    titleRef.current?.focus();
    return () => {
      dialog?.close();
      const isThere = opener instanceof HTMLElement && opener !== document.body && opener.isConnected;
      // A dialog that opened by itself gives the focus to the page behind it.
      (isThere ? opener : document.querySelector<HTMLElement>('main h1'))?.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialogRef}
      aria-labelledby={titleId}
      className={classNames(styles.dialog, fills && styles.fills)}
      onCancel={(event) => {
        // A file picker inside the dialog is cancelled by the same event.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // Chromium closes at a second Esc whatever the page says; the owner must hear of it.
        if (!event.currentTarget.open) onClose();
      }}
    >
      <h2 ref={titleRef} id={titleId} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>
        {actions}
        <Button variant={closeVariant} type="button" onClick={onClose}>
          {closeLabel}
        </Button>
        {lastAction}
      </div>
    </dialog>
  );
}
