import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OnBehalfOf, RequestKind, Topic } from '../../../contract/types.ts';
import { emphasisOf, turnOf } from '../../../domain/request-state.ts';
import { measureRunning } from '../../../domain/running-deadline.ts';
import type { Calendar } from '../../../domain/working-days.ts';
import { formatDate } from '../../../shared/format-date.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { ForWhom } from '../../parts/for-whom.tsx';
import { useReaderTopic } from '../../parts/use-reader-topic.ts';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import hidden from '../../ui/visually-hidden.module.css';
import styles from './request-list.module.css';

/** The number of cards that are drawn first: more than a screen shows. The others follow. */
export const CARDS_IN_VIEW = 6;

/** More characters than a line shows on any screen; the browser cuts the line off. */
const LINE_UNITS = 200;

interface RequestCardProps {
  request: RequestRow & { newest?: string | null };
  calendar: Calendar;
  /** Marks searched words in a text. */
  mark?: ((text: string) => ReactNode) | undefined;
  /** Shown in place of the first words of the newest message (or, before any message, of the citizen's own words). */
  excerpt?: ReactNode;
}

const asItIs = (text: string): ReactNode => text;

export const RequestCard = memo(function RequestCard(props: RequestCardProps) {
  const { request, calendar, mark, excerpt } = props;
  const { t } = useTranslation('requests');

  function dueWords() {
    if (request.deadlinePaused) return t('due.paused');
    const { status, days } = measureRunning(request, calendar.today, calendar.extraHolidays);
    return status === 'today' ? t('due.today') : t(`due.${status}`, { count: days });
  }

  return (
    <Card as="li" highlighted={request.unread === 1}>
      <div className={styles.marks}>
        <Tag tone={emphasisOf(request.state)}>{t(`state.${request.state}`)}</Tag>
        {request.unread === 1 && <span className={styles.unread}>{t('unread')}</span>}
      </div>
      <h3 className={styles.title}>
        {/* The page of the request marks the words by which it was found. */}
        <Link
          to={ADDRESSES.request}
          params={{ requestId: request.id }}
          state={({ searched }) => ({ searched })}
        >
          <RequestTitle kind={request.kind} topic={request.topic} mark={mark} />
        </Link>
      </h3>
      {excerpt ?? (
        <Line person={request.onBehalfOf}>
          <bdi>{(request.newest ?? request.description).slice(0, LINE_UNITS)}</bdi>
        </Line>
      )}
      <ul className={styles.facts}>
        <Fact sentence={t('reference', { reference: request.reference })} fact={request.reference} />
        {turnOf(request.state) === 'nobody' ? (
          <ReceivedOn at={request.receivedAt} />
        ) : (
          <li className={styles.due}>{dueWords()}</li>
        )}
      </ul>
    </Card>
  );
});

function ReceivedOn({ at }: { at: string }) {
  const { t, i18n } = useTranslation('requests');
  const date = formatDate(at, i18n.language);
  return <Fact sentence={t('receivedOn', { date })} fact={date} />;
}

type RequestTitleProps = Pick<RequestCardProps, 'mark'> & { kind: RequestKind; topic: Topic };

/** The kind and the topic: *Esclarecer uma dúvida: Pagamento de Contribuições*. */
export function RequestTitle({ kind, topic, mark = asItIs }: RequestTitleProps) {
  const { t } = useTranslation('requests');
  const shown = useReaderTopic(topic);
  return (
    <>
      {t(`kind.${kind}`)}:{' '}
      <bdi>{shown.status === 'known' ? mark(shown.subject.label) : t('topicUnknown')}</bdi>
    </>
  );
}

/** A line with the person for whom the request is and the words that were written. */
export function Line({ person, children }: { person?: OnBehalfOf | null; children?: ReactNode }) {
  return (
    <p className={styles.line}>
      {person && <ForWhom person={person} />}
      {person && children && ' · '}
      {children}
    </p>
  );
}

/** A fact within a sentence. Screen readers get the whole sentence; on a phone only the fact is visible. */
export function Fact({ sentence, fact }: Record<'sentence' | 'fact', string>) {
  const [before, after] = sentence.split(fact);
  return (
    <li>
      <span className={hidden.onPhone}>{before}</span>
      <span className={styles.fact}>{fact}</span>
      <span className={hidden.onPhone}>{after}</span>
    </li>
  );
}
