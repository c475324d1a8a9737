import { Undo2, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissNotice, type ShownNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './notice-bar.module.css';

export function NoticeBar({ text, undo }: ShownNotice) {
  const { t } = useTranslation('common');
  const close = (
    <Button variant="quiet" type="button" icon={X} onClick={dismissNotice}>
      {t('close')}
    </Button>
  );
  if (undo) return <UndoBar text={text} undo={undo} close={close} />;
  return (
    <div className={styles.plain}>
      <Notice tone="success">
        <p>{text}</p>
        {close}
      </Notice>
    </div>
  );
}

/** Says what has just gone and brings it back; it stays until it is closed or replaced, so nobody has to hurry. */
function UndoBar({ text, undo, close }: Required<Pick<ShownNotice, 'text' | 'undo'>> & { close: ReactNode }) {
  const textId = useId();

  function bringBack() {
    dismissNotice();
    undo.run();
  }

  return (
    <section aria-labelledby={textId} className={styles.bar}>
      <p id={textId} className={styles.text}>
        {text}
      </p>
      <div className={styles.actions}>
        <Button variant="quiet" type="button" icon={Undo2} onClick={bringBack}>
          {undo.label}
        </Button>
        {close}
      </div>
    </section>
  );
}
