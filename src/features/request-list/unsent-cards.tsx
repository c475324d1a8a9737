import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { filledFields } from '../../../domain/written/words.ts';
import type { DraftRow, OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readRequest } from '../../db/requests/requests.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import type { Searched } from '../../lib/mark-words.ts';
import { ADDRESSES, stepAddress } from '../../parts/addresses.ts';
import { DraftTag, WaitingTag } from '../../parts/status-tags.tsx';
import { Card } from '../../ui/card.tsx';
import { Marked, MarkedExcerpt } from './marked-excerpt.tsx';
import { OnBehalf, RequestTitle } from './request-card.tsx';
import styles from './request-list.module.css';

const TITLE_GRAPHEMES = 70;

interface DraftCardProps {
  draft: DraftRow;
  words?: Searched;
  /** What can be done with it besides going on. */
  actions?: ReactNode;
}

export function DraftCard({ draft, words = [], actions }: DraftCardProps) {
  const { t } = useTranslation('requests');
  const { id, copyOf, kind, onBehalfOf } = draft;
  // A complaint may say in another field all that it says.
  const [first] = filledFields(draft);
  return (
    <Card as="li">
      <DraftTag draft={draft} />
      <h3 className={styles.title}>
        <Link to={stepAddress(draft)} params={{ draftId: id }}>
          {first ? (
            <MarkedExcerpt text={first.text} words={words} graphemes={TITLE_GRAPHEMES} />
          ) : (
            t('draft.noDescription')
          )}
        </Link>
      </h3>
      <ul className={styles.facts}>
        {copyOf !== null && <li>{t('draft.copy')}</li>}
        {kind && <li>{t(`kind.${kind}`)}</li>}
        <SavedOn draft={draft} />
        <OnBehalf person={onBehalfOf} />
      </ul>
      {actions}
    </Card>
  );
}

type ReplyDraftCardProps = { draft: DraftRow; requestId: string; words: Searched };

/** A message that was begun within a request: it is gone on with there. */
export function ReplyDraftCard({ draft, requestId, words }: ReplyDraftCardProps) {
  const { t } = useTranslation('requests');
  const request = useQuery((db) => readRequest(db, requestId), [requestId]);
  return (
    <Card as="li">
      <DraftTag draft={draft} />
      <h3 className={styles.title}>
        <Link to={ADDRESSES.request} params={{ requestId }}>
          {request ? t('draft.replyTo', { reference: request.reference }) : t('draft.reply')}
        </Link>
      </h3>
      <p className={styles.excerpt}>
        <MarkedExcerpt text={draft.description} words={words} />
      </p>
      <ul className={styles.facts}>
        <SavedOn draft={draft} />
      </ul>
    </Card>
  );
}

/** Submitted on this device, and not yet with the server: it has no reference. */
export function WaitingCard({ entry, words }: { entry: OutboxRow<SubmitRequestCommand>; words: Searched }) {
  const { t, i18n } = useTranslation('requests');
  const { kind, topic, description, onBehalfOf } = entry.command.content;
  return (
    <Card as="li">
      <WaitingTag entry={entry} />
      <h3 className={styles.title}>
        <Link to={ADDRESSES.request} params={{ requestId: entry.requestId }}>
          <RequestTitle kind={kind} topic={topic} mark={(text) => <Marked text={text} words={words} />} />
        </Link>
      </h3>
      <p className={styles.excerpt}>
        <MarkedExcerpt text={description} words={words} />
      </p>
      <ul className={styles.facts}>
        <li>{t('waiting.submittedOn', { moment: formatDateTime(entry.queuedAt, i18n.language) })}</li>
        <OnBehalf person={onBehalfOf} />
      </ul>
    </Card>
  );
}

function SavedOn({ draft }: { draft: DraftRow }) {
  const { t, i18n } = useTranslation('requests');
  return <li>{t('draft.savedOn', { moment: formatDateTime(draft.updatedAt, i18n.language) })}</li>;
}
