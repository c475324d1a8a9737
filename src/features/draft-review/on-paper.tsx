import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { WritingForOthers } from '../../parts/writing-for-others.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './draft-review.module.css';
import { mayActForOthers, type Review } from './review-list.tsx';

/** Tells citizens who write for someone in whose name they cannot act of the way that is left to them: on paper. */
export function OnPaper({ review }: { review: Review }) {
  const { t } = useTranslation('draft');
  if (mayActForOthers(review)) return null;
  return (
    <div className={styles.onScreen}>
      <WritingForOthers isGuest={review.profile === null}>
        <Button variant="secondary" type="button" icon={Printer} onClick={() => window.print()}>
          {t('onBehalfOf.print')}
        </Button>
      </WritingForOthers>
    </div>
  );
}
