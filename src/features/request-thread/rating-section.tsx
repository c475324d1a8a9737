import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest, Rating } from '../../../contract/types.ts';
import type { UnsentRating } from '../../../domain/copies/copy-format.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { OwnWords } from '../../parts/own-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';

/** Its code is fetched with the press that opens it. */
export const RatingForm = lazyPart(() => import('./rating-form.tsx'), 'RatingForm');

interface RatingSectionProps {
  request: CitizenRequest;
  /** The citizen's last rating, even while it waits to be sent. */
  rating: Rating | null;
  isWaiting: boolean;
  /** The rating that is being written; null: the form is closed. */
  writing: UnsentRating | null;
  onOpen: () => void;
  /** `selector` finds the element to which the focus moves. */
  onClose: (selector: string) => void;
}

/** Shows the citizen's rating of the answer with a button to change it, or the form for it. */
export function RatingSection({ request, rating, isWaiting, writing, onOpen, onClose }: RatingSectionProps) {
  const { t } = useTranslation(['thread', 'requests']);
  if (writing)
    return (
      <Suspense>
        <RatingForm requestId={request.id} initial={writing} onClose={onClose} />
      </Suspense>
    );
  if (!rating) return null;
  return (
    <section>
      <h2 id="rating-heading" tabIndex={-1}>
        {t('rating.yours')}
      </h2>
      {isWaiting && <Tag tone="warning">{t('requests:status.waiting')}</Tag>}
      <p>{t(rating.helpful ? 'rating.wasHelpful' : 'rating.wasNot')}</p>
      {rating.comment !== '' && <OwnWords text={rating.comment} />}
      <Button id="rate-answer" variant="secondary" type="button" onClick={onOpen}>
        {t('rating.change')}
      </Button>
    </section>
  );
}
