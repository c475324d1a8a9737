import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../../db/core/schema.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { stepAddress } from '../../parts/addresses.ts';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Excerpt } from './excerpt.tsx';
import styles from './request-list.module.css';

const TITLE_GRAPHEMES = 70;

interface DraftCardProps {
  draft: DraftRow;
  /** That were searched for, folded. */
  words?: readonly string[];
  /** What can be done with it besides going on. */
  actions?: ReactNode;
}

export function DraftCard({ draft, words = [], actions }: DraftCardProps) {
  const { t, i18n } = useTranslation('requests');
  const isRefused = draft.refusal !== null;
  return (
    <Card as="li">
      <Tag tone={isRefused ? 'danger' : 'neutral'}>
        {t(isRefused ? 'status.needsCorrection' : 'status.draft')}
      </Tag>
      <h3 className={styles.title}>
        <Link to={stepAddress(draft)} params={{ draftId: draft.id }}>
          {draft.description.trim() === '' ? (
            t('draft.noDescription')
          ) : (
            <Excerpt text={draft.description} words={words} graphemes={TITLE_GRAPHEMES} />
          )}
        </Link>
      </h3>
      <ul className={styles.facts}>
        {draft.copyOf !== null && <li>{t('draft.copy')}</li>}
        {draft.kind && <li>{t(`kind.${draft.kind}`)}</li>}
        <li>{t('draft.savedOn', { moment: formatDateTime(draft.updatedAt, i18n.language) })}</li>
        {draft.onBehalfOf && (
          <li>
            {t('onBehalfOf')} <bdi>{draft.onBehalfOf.name}</bdi>
          </li>
        )}
      </ul>
      {actions}
    </Card>
  );
}
