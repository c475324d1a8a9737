import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../../ui/field.tsx';
import type { ReviewPart } from './change-link.tsx';

interface ReviewValueProps {
  part: ReviewPart;
  errors: readonly string[];
  /** Null: nothing has been answered yet. */
  children: ReactNode;
}

/** What was answered, with what is wrong about it. */
export function ReviewValue({ part, errors, children }: ReviewValueProps) {
  const { t } = useTranslation('draft');
  return (
    <>
      {errors.map((error, index) => (
        <FieldError key={error} id={`review-${part}-${index}`} error={error} />
      ))}
      {children ?? <p>{t('review.nothing')}</p>}
    </>
  );
}
