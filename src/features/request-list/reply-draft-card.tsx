import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/database-context.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { readRequest } from '../../db/requests/requests.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Excerpt } from './excerpt.tsx';
import { EXCERPT_GRAPHEMES } from './request-card.tsx';
import styles from './request-list.module.css';

interface ReplyDraftCardProps {
  draft: DraftRow;
  requestId: string;
  /** That were searched for, folded. */
  words: readonly string[];
}

/** A message that was begun within a request: it is gone on with there. */
export function ReplyDraftCard({ draft, requestId, words }: ReplyDraftCardProps) {
  const { t, i18n } = useTranslation('requests');
  const request = useQuery((db) => readRequest(db, requestId), [requestId]);
  const isRefused = draft.refusal !== null;
  return (
    <Card as="li">
      <Tag tone={isRefused ? 'danger' : 'neutral'}>
        {t(isRefused ? 'status.needsCorrection' : 'status.draft')}
      </Tag>
      <h3 className={styles.title}>
        <Link to={ADDRESSES.request} params={{ requestId }}>
          {request ? t('draft.replyTo', { reference: request.reference }) : t('draft.reply')}
        </Link>
      </h3>
      <p className={styles.excerpt}>
        <Excerpt text={draft.description} words={words} graphemes={EXCERPT_GRAPHEMES} />
      </p>
      <ul className={styles.facts}>
        <li>{t('draft.savedOn', { moment: formatDateTime(draft.updatedAt, i18n.language) })}</li>
      </ul>
    </Card>
  );
}
