import { useTranslation } from 'react-i18next';
import type { CitizenRequest, Rating } from '../../contract/types.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import {
  dropRatingDraft,
  keepRatingDraft,
  type RatingDraft,
  rateAnswer,
} from '../../db/requests/request-actions.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Tag } from '../../ui/tag.tsx';
import { RatingForm } from './rating-form.tsx';
import styles from './request-thread.module.css';

interface RatingPlaceProps {
  request: CitizenRequest;
  /** The newest one, also while it waits. */
  rating: Rating | null;
  isWaiting: boolean;
  /** What is being written; null: the form is closed. */
  writing: RatingDraft | null;
  onOpen: () => void;
  /** `selector`: what takes the focus. */
  onClose: (selector: string) => void;
}

/** What the citizen thinks of the answer; may be changed. */
export function RatingPlace({ request, rating, isWaiting, writing, onOpen, onClose }: RatingPlaceProps) {
  const { t } = useTranslation(['thread', 'requests']);
  const db = useDatabase();

  async function send(given: Rating) {
    await rateAnswer(db, request.id, given, new Date());
    await dropRatingDraft(db, request.id);
    announce(t('rating.taken'));
    onClose('#rating-heading');
  }

  if (writing) {
    return (
      <RatingForm
        initial={writing}
        onChange={(draft) => void keepRatingDraft(db, request.id, draft)}
        onSend={(given) => void send(given)}
        onCancel={() => onClose('#rate-answer')}
      />
    );
  }
  if (!rating) return null;
  return (
    <section>
      <h2 id="rating-heading" tabIndex={-1}>
        {t('rating.yours')}
      </h2>
      {isWaiting && <Tag tone="warning">{t('requests:status.waiting')}</Tag>}
      <p>{t(rating.helpful ? 'rating.wasHelpful' : 'rating.wasNot')}</p>
      {rating.comment !== '' && (
        <p dir="auto" className={styles.text}>
          {rating.comment}
        </p>
      )}
      <Button id="rate-answer" variant="secondary" type="button" onClick={onOpen}>
        {t('rating.change')}
      </Button>
    </section>
  );
}
