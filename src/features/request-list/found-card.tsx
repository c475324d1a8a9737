import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../db/core/schema.ts';
import type { FoundRequest } from '../../db/search/search-memory.ts';
import { topicPath } from '../../domain/topics/written-topic.ts';
import { findWord } from '../../lib/mark-words.ts';
import { foundExcerpt } from './found-excerpt.ts';
import { Marked } from './marked.tsx';
import { type Calendar, RequestCard } from './request-card.tsx';
import styles from './request-list.module.css';

interface FoundCardProps {
  found: FoundRequest;
  words: readonly string[];
  calendar: Calendar;
}

/** A card that shows why it was found: where the words stand in the description, the topic or a message. */
export const FoundCard = memo(function FoundCard({ found, words, calendar }: FoundCardProps) {
  const { request, message } = found;
  const { t } = useTranslation('requests');
  const mark = (text: string) => <Marked text={text} words={words} />;
  const topic = topicWith(request, words);
  const excerpt = (
    <div className={styles.excerpt}>
      <p>
        <bdi>{mark(foundExcerpt(request.description, words))}</bdi>
      </p>
      {topic && (
        <p>
          {t('find.inTopic')} <bdi>{mark(topic)}</bdi>
        </p>
      )}
      {message && (
        <p>
          {t('find.inMessage')} <bdi>{mark(foundExcerpt(message.body, words))}</bdi>
        </p>
      )}
    </div>
  );
  return <RequestCard request={request} calendar={calendar} mark={mark} excerpt={excerpt} />;
});

/** The whole path, when a word stands in a part of it that the title leaves out. */
function topicWith({ topic }: RequestRow, words: readonly string[]): string | null {
  if (topic.status !== 'known') return null;
  const rest = `${topic.lifeEvent.label} ${topic.reason.label}`;
  return findWord(rest, words) < 0 ? null : topicPath(topic);
}
