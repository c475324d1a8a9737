import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dismissNotice, type ShownNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import styles from './notice-bar.module.css';

/** What has just happened, and the way back where there is one. */
export function NoticeBar({ text, undo }: ShownNotice) {
  const { t } = useTranslation('common');
  if (undo) {
    return (
      <UndoBar
        text={text}
        undoLabel={undo.label}
        onUndo={() => {
          dismissNotice();
          undo.run();
        }}
        closeLabel={t('close')}
        onClose={dismissNotice}
      />
    );
  }
  return (
    <div className={styles.plain}>
      <Notice tone="success">
        <p>{text}</p>
        <Button variant="quiet" type="button" icon={X} onClick={dismissNotice}>
          {t('close')}
        </Button>
      </Notice>
    </div>
  );
}
