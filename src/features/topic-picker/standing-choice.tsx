import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QUESTION_IDS } from './question-ids.ts';
import styles from './topic-picker.module.css';

interface StandingChoiceProps {
  children: ReactNode;
  hasFailed: boolean;
  error?: string | undefined;
  /** Absent while the questions are open. */
  onChange?: () => void;
}

export function StandingChoice({ children, hasFailed, error, onChange }: StandingChoiceProps) {
  const { t } = useTranslation(['topic', 'draft']);
  const id = QUESTION_IDS.change;
  return (
    <div>
      <FieldError id={id} error={error} />
      <div className={styles.standing}>
        <div role="status">{children}</div>
        {onChange && (
          <Button
            id={id}
            variant="secondary"
            type="button"
            aria-describedby={error ? `${id}-error` : undefined}
            onClick={onChange}
          >
            {t('change')}
          </Button>
        )}
      </div>
      {hasFailed && <Notice tone="danger" title={t('draft:notSaved')} />}
    </div>
  );
}
