import { Undo2, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from './button.tsx';
import styles from './undo-bar.module.css';

interface UndoBarProps {
  text: string;
  undoLabel: string;
  onUndo: () => void;
  onClose: () => void;
  closeLabel: string;
}

/** Says what has just gone and brings it back; it stays until it is closed or replaced, so nobody has to hurry. */
export function UndoBar({ text, undoLabel, onUndo, onClose, closeLabel }: UndoBarProps) {
  const textId = useId();
  return (
    <section aria-labelledby={textId} className={styles.bar}>
      <p id={textId} className={styles.text}>
        {text}
      </p>
      <div className={styles.actions}>
        <Button variant="quiet" type="button" icon={Undo2} onClick={onUndo}>
          {undoLabel}
        </Button>
        <Button variant="quiet" type="button" icon={X} onClick={onClose}>
          {closeLabel}
        </Button>
      </div>
    </section>
  );
}
