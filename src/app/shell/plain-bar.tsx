import { useTranslation } from 'react-i18next';
import { dismissNotice, type ShownNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import styles from './notice-bar.module.css';

interface PlainBarProps {
  text: string;
  /** The text of the button that does something about it; undefined where there is no such button. */
  label: string | undefined;
  onClick: () => void;
  onClose: () => void;
}

/** A bar over the page. It is part of the first load, because it is needed where nothing can be fetched. */
export function PlainBar({ text, label, onClick, onClose }: PlainBarProps) {
  const { t } = useTranslation('common');
  return (
    <section ref={handFocusOn} aria-label={text} className={styles.bar}>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>
        {label && (
          <Button variant="quiet" type="button" onClick={onClick}>
            {label}
          </Button>
        )}
        <Button variant="quiet" type="button" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </section>
  );
}

/** Shows a notice whose own code has not come, as without a connection: its text, and the button that undoes what it tells. */
export function PlainNotice({ text, undo }: ShownNotice) {
  function bringBack() {
    dismissNotice();
    undo?.run();
  }

  return <PlainBar text={text} label={undo?.label} onClick={bringBack} onClose={dismissNotice} />;
}
