import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { DRAFT_STEPS, type DraftStep } from '../../db/core/schema.ts';
import { listAddress, STEP_ADDRESSES } from '../../parts/addresses.ts';
import { StepList } from '../../ui/step-list.tsx';
import styles from './draft-editor.module.css';

interface StepTrailProps {
  draftId: string;
  step: DraftStep;
  reachedStep: DraftStep;
  returnsToReview: boolean;
}

/** The way back, and the steps by name; whatever was reached can be gone to. */
export function StepTrail({ draftId, step, reachedStep, returnsToReview }: StepTrailProps) {
  const { t } = useTranslation('draft');
  const db = useDatabase();
  const here = DRAFT_STEPS.indexOf(step);
  const reached = Math.max(here, DRAFT_STEPS.indexOf(reachedStep));
  const before = returnsToReview ? 'review' : DRAFT_STEPS[here - 1];
  return (
    <>
      {before ? (
        <Link to={STEP_ADDRESSES[before]} params={{ draftId }}>
          <BackArrow />
          {t('back')}
        </Link>
      ) : (
        <Link to={listAddress(db)}>
          <BackArrow />
          {t('back')}
        </Link>
      )}
      <StepList
        label={t('steps.label')}
        steps={DRAFT_STEPS.map((key, index) => {
          const state = index === here ? 'current' : index <= reached ? 'reached' : 'ahead';
          return {
            key,
            label: t(`steps.${key}`),
            state,
            stateText: t(`steps.${state}`),
            render:
              state === 'reached'
                ? (name) => (
                    <Link to={STEP_ADDRESSES[key]} params={{ draftId }}>
                      {name}
                    </Link>
                  )
                : undefined,
          };
        })}
      />
    </>
  );
}

/** Points to the left, or to the right in a language that is read from right to left. */
function BackArrow() {
  return <ArrowLeft size={20} aria-hidden="true" className={styles.back} />;
}
