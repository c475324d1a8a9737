import { useTranslation } from 'react-i18next';
import { dismissNotice, type ShownNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import styles from './notice-bar.module.css';

interface PlainBarProps {
  text: string;
  /** Of what can be done about it. */
  label: string | undefined;
  onClick: () => void;
  onClose: () => void;
}

/** Over the page. Part of the first load, for what is said where nothing can be fetched. */
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

/** For a notice whose own code has not come, as without a connection: its words, and the way back. */
export function PlainNotice({ text, undo }: ShownNotice) {
  function bringBack() {
    dismissNotice();
    undo?.run();
  }

  return <PlainBar text={text} label={undo?.label} onClick={bringBack} onClose={dismissNotice} />;
}
