import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button, type ButtonVariant } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { StatusRegion } from './live-region.tsx';

interface DialogProps {
  title: string;
  /** Called on Esc and on a press of the closing button; the owner then takes the dialog away. */
  onClose: () => void;
  closeLabel: string;
  /** `primary` where closing is what most people want. */
  closeVariant?: ButtonVariant;
  /** Whether the dialog fills the whole screen. */
  fills?: boolean;
  children: ReactNode;
  /** The buttons before the closing one. */
  actions?: ReactNode;
  /** The button after the closing one. */
  lastAction?: ReactNode;
}

/** A dialog, open for as long as it is drawn. */
export function Dialog(props: DialogProps) {
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
      // A dialog that opened without a press gives the focus to the heading of the page.
      const place = isThere ? opener : document.querySelector<HTMLElement>('main h1');
      place?.focus({ preventScroll: true });
    };
  }, []);

  return (
    <dialog
      ref={dialogRef}
      aria-labelledby={titleId}
      className={classNames(styles.dialog, fills && styles.fills)}
      onCancel={(event) => {
        // Cancelling a file picker inside the dialog sends the same event.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // Chromium closes the dialog at a second Esc, even if the page prevents it; the owner must be told.
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
      {/* While a dialog is open the page behind it is inert, and so are its live regions. */}
      <StatusRegion />
    </dialog>
  );
}
