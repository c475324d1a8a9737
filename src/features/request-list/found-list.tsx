import { SearchX } from 'lucide-react';
import { memo, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inLabels, type ReaderLabels } from '../../../domain/topics/reader-topic.ts';
import { pathAsWritten, topicPath } from '../../../domain/topics/written-topic.ts';
import type { Calendar } from '../../../domain/working-days.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import type { FoundRequest } from '../../db/search/search-memory.ts';
import { searchedWords } from '../../db/search/word-forms.ts';
import { findWord, type Searched } from '../../lib/mark-words.ts';
import { Marked } from '../../parts/own-words.tsx';
import { useTopicLabels } from '../../parts/use-reader-topic.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFocusFirstNew } from './card-group.tsx';
import finding from './finding.module.css';
import { KeptPosition } from './list-position.tsx';
import { MarkedExcerpt } from './marked-excerpt.tsx';
import { CARDS_IN_VIEW, Line, RequestCard } from './request-card.tsx';
import styles from './request-list.module.css';
import type { Found } from './use-found.ts';

interface FoundListProps {
  found: Found;
  /** Whether unsent drafts or requests were found too. */
  hasOthers: boolean;
  calendar: Calendar;
  onShowMore: () => void;
  onClear: () => void;
}

export function FoundList(props: FoundListProps) {
  const { found, total, query, isComplete } = props.found;
  const { calendar, hasOthers, onShowMore, onClear } = props;
  const { t } = useTranslation('requests');
  const { list, beginAfterShown } = useFocusFirstNew(found.length);
  const words = useMemo(() => searchedWords(query.words), [query.words]);
  // Each key changes the cards: those in view are drawn at once, and the next key need not wait for the rest.
  const drawnQuery = useDeferredValue(query);
  const drawnCount = useDeferredValue(found.length);
  const shown = found.slice(0, CARDS_IN_VIEW + (drawnQuery === query ? drawnCount : 0));
  const clear = (
    <Button variant="secondary" type="button" onClick={onClear}>
      {t('find.clear')}
    </Button>
  );

  function showMore() {
    beginAfterShown();
    onShowMore();
  }

  if (total === 0 && isComplete && hasOthers) return <p>{clear}</p>;
  if (total === 0) {
    return (
      <EmptyState
        title={isComplete ? t('find.none') : t('find.loading')}
        icon={SearchX}
        action={isComplete && clear}
      >
        <p>{isComplete ? t('find.noneText') : t('find.stillReading')}</p>
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="found-heading" className={styles.group}>
      <div className={finding.foundHead}>
        <h2 id="found-heading">{t('find.found', { count: total })}</h2>
        {clear}
      </div>
      {!isComplete && words.length > 0 && <p className={styles.small}>{t('find.stillReading')}</p>}
      <KeptPosition>
        <ul ref={list} className={styles.cards}>
          {shown.map((each) => (
            <FoundCard key={each.request.id} found={each} words={words} calendar={calendar} />
          ))}
        </ul>
      </KeptPosition>
      {found.length < total && (
        <Button variant="secondary" type="button" onClick={showMore}>
          {t('showMore')}
        </Button>
      )}
    </section>
  );
}

type FoundCardProps = { found: FoundRequest; words: Searched; calendar: Calendar };

/** A card that shows why it was found: where the words stand in the description, the topic or a message. */
const FoundCard = memo(function FoundCard({ found, words, calendar }: FoundCardProps) {
  const { request, message } = found;
  const { t } = useTranslation('requests');
  const mark = (text: string) => <Marked text={text} words={words} />;
  const topic = topicWith(request, useTopicLabels(), words);
  const isElsewhere = topic !== null || message !== null;
  const excerpt = (
    <>
      {request.onBehalfOf && <Line person={request.onBehalfOf} />}
      {(!isElsewhere || findWord(request.description, words) >= 0) && (
        <Line>
          <MarkedExcerpt text={request.description} words={words} />
        </Line>
      )}
      {topic && (
        <Line>
          {t('find.inTopic')} <bdi>{mark(topic)}</bdi>
        </Line>
      )}
      {message && (
        <Line>
          {t('find.inMessage')} <MarkedExcerpt text={message.body} words={words} />
        </Line>
      )}
    </>
  );
  return <RequestCard request={request} calendar={calendar} mark={mark} excerpt={excerpt} />;
});

/** Returns the topic's whole path, in the language that has a searched word in a part that the title leaves out; null where neither has. */
function topicWith({ topic }: RequestRow, labels: ReaderLabels | undefined, words: Searched): string | null {
  const shown = inLabels(topic, labels);
  if (shown.status !== 'known') return null;
  const rest = `${shown.lifeEvent.label} ${shown.reason.label}`;
  if (findWord(rest, words) >= 0) return topicPath(shown);
  const written = pathAsWritten(topic, labels);
  return written !== null && findWord(written, words) >= 0 ? written : null;
}
