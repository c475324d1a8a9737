import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { firstWords } from '../../../shared/first-words.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { Excerpt } from '../../parts/excerpt.tsx';
import { DraftTag } from '../../parts/status-tags.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './request-thread.module.css';

/** The length of the words that tell the button of one reply from that of the next. */
const NAME_GRAPHEMES = 30;

interface BegunReplyProps {
  draft: DraftRow;
  /** Whether it is the only begun reply: then its button needs no words to tell it from others. */
  isAlone: boolean;
  /** Whether its button is the primary one of the page. */
  isPrimary: boolean;
  onResume: () => void;
}

/** A begun reply that is not open in the editor, with a button to open it. */
export function BegunReply({ draft, isAlone, isPrimary, onResume }: BegunReplyProps) {
  const { t } = useTranslation('thread');
  const headingId = useId();
  const purpose = draft.replyTo?.purpose ?? 'reply';
  return (
    <Card as="section" labelledBy={headingId}>
      <DraftTag draft={draft} />
      <h3 id={headingId}>{t(`begun.heading.${purpose}`)}</h3>
      <p className={styles.excerpt}>
        <Excerpt text={draft.description} />
      </p>
      <Button
        variant={isPrimary ? 'primary' : 'secondary'}
        type="button"
        data-begun={draft.id}
        onClick={onResume}
      >
        <span>
          {t(`begun.resume.${purpose}`)}
          {!isAlone && (
            <VisuallyHidden>
              : <bdi>{firstWords(draft.description, NAME_GRAPHEMES)}</bdi>
            </VisuallyHidden>
          )}
        </span>
      </Button>
    </Card>
  );
}
