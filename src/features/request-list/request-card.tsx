import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftTopic, OnBehalfOf, RequestKind } from '../../../contract/types.ts';
import { measureDeadline } from '../../../domain/deadlines.ts';
import { emphasisOf } from '../../../domain/request-state.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { formatDate } from '../../lib/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Excerpt } from '../../parts/excerpt.tsx';
import { ForWhom } from '../../parts/for-whom.tsx';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './request-list.module.css';

/** How many cards are drawn first, more than a screen shows; the others follow. */
export const CARDS_IN_VIEW = 6;

export interface Calendar {
  /** yyyy-mm-dd in Lisbon, by the server's clock. */
  today: string;
  extraHolidays: readonly string[];
}

interface RequestCardProps {
  request: RequestRow;
  calendar: Calendar;
  /** Marks searched words in a text. */
  mark?: ((text: string) => ReactNode) | undefined;
  /** Takes the place of the description's first words. */
  excerpt?: ReactNode;
}

const asItIs = (text: string): ReactNode => text;

export const RequestCard = memo(function RequestCard(props: RequestCardProps) {
  const { request, calendar, mark, excerpt } = props;
  const { t, i18n } = useTranslation('requests');
  const due = measureDeadline(request, calendar.today, calendar.extraHolidays);
  return (
    <Card as="li" highlighted={request.unread === 1}>
      <div className={styles.marks}>
        <Tag tone={emphasisOf(request.state)}>{t(`state.${request.state}`)}</Tag>
        {request.unread === 1 && <span className={styles.unread}>{t('unread')}</span>}
      </div>
      <h3 className={styles.title}>
        <Link to={ADDRESSES.request} params={{ requestId: request.id }}>
          <RequestTitle kind={request.kind} topic={request.topic} mark={mark} />
        </Link>
      </h3>
      {excerpt ?? (
        <p className={styles.excerpt}>
          <Excerpt text={request.description} />
        </p>
      )}
      <ul className={styles.facts}>
        <li>{t('reference', { reference: request.reference })}</li>
        {due ? (
          <li className={styles.due}>
            {due.status === 'left' || due.status === 'over'
              ? t(`due.${due.status}`, { count: due.days })
              : t(`due.${due.status}`)}
          </li>
        ) : (
          <li>{t('receivedOn', { date: formatDate(request.receivedAt, i18n.language) })}</li>
        )}
        <OnBehalf person={request.onBehalfOf} />
      </ul>
    </Card>
  );
});

type RequestTitleProps = Pick<RequestCardProps, 'mark'> & { kind: RequestKind; topic: DraftTopic };

/** The kind and the topic: *Esclarecer uma dúvida: Pagamento de Contribuições*. */
export function RequestTitle({ kind, topic, mark = asItIs }: RequestTitleProps) {
  const { t } = useTranslation('requests');
  const subject = topic === null || topic.status === 'unknown' ? null : topic.subject;
  return (
    <>
      {t(`kind.${kind}`)}: <bdi>{subject ? mark(subject.label) : t('topicUnknown')}</bdi>
    </>
  );
}

export function OnBehalf({ person }: { person: OnBehalfOf | null }) {
  return (
    person && (
      <li>
        <ForWhom person={person} />
      </li>
    )
  );
}
