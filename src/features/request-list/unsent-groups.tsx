import { Link } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filledFields } from '../../../domain/written/words.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import type { DraftRow, OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readRequest } from '../../db/requests/requests.ts';
import type { Searched } from '../../lib/mark-words.ts';
import { ADDRESSES, stepAddress } from '../../parts/addresses.ts';
import { Marked } from '../../parts/own-words.tsx';
import { DraftTag, WaitingTag } from '../../parts/status-tags.tsx';
import { Card } from '../../ui/card.tsx';
import { CardGroup, PAGE_SIZE } from './card-group.tsx';
import { MarkedExcerpt } from './marked-excerpt.tsx';
import { Fact, Line, RequestTitle } from './request-card.tsx';
import styles from './request-list.module.css';

const TITLE_GRAPHEMES = 70;

interface UnsentGroupsProps {
  waiting: OutboxRow<SubmitRequestCommand>[];
  drafts: DraftRow[];
  words?: Searched;
}

/** The groups of drafts and waiting requests. Their code is loaded only for lists that have any. */
export function UnsentGroups({ waiting, drafts, words = [] }: UnsentGroupsProps) {
  return (
    <>
      <UnsentGroup name="waiting">
        {waiting.map((entry) => (
          <WaitingCard key={entry.commandId} entry={entry} words={words} />
        ))}
      </UnsentGroup>
      <UnsentGroup name="drafts">
        {drafts.map((draft) =>
          draft.replyTo ? (
            <ReplyDraftCard key={draft.id} draft={draft} requestId={draft.replyTo.requestId} words={words} />
          ) : (
            <DraftCard key={draft.id} draft={draft} words={words} />
          ),
        )}
      </UnsentGroup>
    </>
  );
}

function UnsentGroup({ name, children }: { name: 'waiting' | 'drafts'; children: ReactElement[] }) {
  const [limit, setLimit] = useState(PAGE_SIZE);
  const total = children.length;
  if (total === 0) return null;
  const cards = children.slice(0, limit);
  return (
    <CardGroup name={name} total={total} shown={cards.length} onShowMore={() => setLimit(limit + PAGE_SIZE)}>
      {cards}
    </CardGroup>
  );
}

interface DraftCardProps {
  draft: DraftRow;
  words?: Searched;
  /** Buttons beside the link that opens the draft. */
  actions?: ReactNode;
}

export function DraftCard({ draft, words = [], actions }: DraftCardProps) {
  const { t } = useTranslation('requests');
  const { id, copyOf, kind, onBehalfOf } = draft;
  // A complaint may have words in other fields than the description.
  const [first] = filledFields(draft);
  return (
    <Card as="li">
      <div className={styles.marks}>
        <DraftTag draft={draft} />
        {copyOf !== null && <span>{t('draft.copy')}</span>}
        {kind && <span>{t(`kind.${kind}`)}</span>}
      </div>
      <h3 className={styles.title}>
        <Link to={stepAddress(draft)} params={{ draftId: id }}>
          {first ? (
            <MarkedExcerpt text={first.text} words={words} graphemes={TITLE_GRAPHEMES} />
          ) : (
            t('draft.noDescription')
          )}
        </Link>
      </h3>
      {onBehalfOf && <Line person={onBehalfOf} />}
      <ul className={styles.facts}>
        <SavedOn draft={draft} />
      </ul>
      {actions}
    </Card>
  );
}

type ReplyDraftCardProps = { draft: DraftRow; requestId: string; words: Searched };

/** The card of a reply that was begun. Its link leads to the page of the request. */
function ReplyDraftCard({ draft, requestId, words }: ReplyDraftCardProps) {
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
      <Line>
        <MarkedExcerpt text={draft.description} words={words} />
      </Line>
      <ul className={styles.facts}>
        <SavedOn draft={draft} />
      </ul>
    </Card>
  );
}

/** The card of a request that waits to be sent and has no reference yet. */
export function WaitingCard({ entry, words }: { entry: OutboxRow<SubmitRequestCommand>; words: Searched }) {
  const { t, i18n } = useTranslation('requests');
  const { kind, topic, description, onBehalfOf } = entry.command.content;
  const moment = formatDateTime(entry.queuedAt, i18n.language);
  return (
    <Card as="li">
      <WaitingTag entry={entry} />
      <h3 className={styles.title}>
        <Link to={ADDRESSES.request} params={{ requestId: entry.requestId }}>
          <RequestTitle kind={kind} topic={topic} mark={(text) => <Marked text={text} words={words} />} />
        </Link>
      </h3>
      <Line person={onBehalfOf}>
        <MarkedExcerpt text={description} words={words} />
      </Line>
      <ul className={styles.facts}>
        <Fact sentence={t('waiting.submittedOn', { moment })} fact={moment} />
      </ul>
    </Card>
  );
}

function SavedOn({ draft }: { draft: DraftRow }) {
  const { t, i18n } = useTranslation('requests');
  const moment = formatDateTime(draft.updatedAt, i18n.language);
  return <Fact sentence={t('draft.savedOn', { moment })} fact={moment} />;
}
