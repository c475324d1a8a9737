import {
  type ComponentPropsWithRef,
  type KeyboardEvent,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { searchTopics, type TopicLabels, type TopicMatch } from '../../../domain/topics/search-topics.ts';
import { suggestTopics } from '../../../domain/topics/suggest-topics.ts';
import { ownValue } from '../../lib/own-value.ts';
import { SearchField } from '../../ui/search-field.tsx';
import type { TopicWords } from './ready-topic-words.ts';
import styles from './topic-picker.module.css';

/** At most nine options on a level, by the usability seal. */
const MAX_RESULTS = 9;

interface TopicSearchProps {
  /** Suggests topics while nothing is searched for. With both, two buttons could offer the same topic under the same name. */
  description: string;
  /** The reason that a suggestion chooses. */
  reasonId: string;
  words: Pick<TopicWords, 'labels' | 'index'>;
  onChoose: (topic: TopicMatch) => void;
}

export function TopicSearch({ description, reasonId, words, onChoose }: TopicSearchProps) {
  const { t } = useTranslation('topic');
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { labels, index } = words;
  const matches = useMemo(() => searchTopics(index, asked, MAX_RESULTS), [index, asked]);
  const suggestions = useMemo(() => suggestTopics(description, index), [description, index]);
  const hasAsked = asked.trim() !== '';
  const isIdle = query.trim() === '' && !hasAsked;

  function enterList(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    list.current?.querySelector('button')?.focus();
  }

  /** Arrow keys move through the results; up from the first one, or Escape, leads back to the field. */
  function move(event: KeyboardEvent<HTMLUListElement>) {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (event.key === 'Escape' || (event.key === 'ArrowUp' && at === 0)) box.current?.focus();
    else if (event.key === 'ArrowDown') buttons[at + 1]?.focus();
    else if (event.key === 'ArrowUp') buttons[at - 1]?.focus();
    else return;
    event.preventDefault();
  }

  return (
    <div>
      <SearchField
        id="topic-search"
        label={t('search')}
        hint={t('searchHint')}
        value={query}
        inputRef={box}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={enterList}
      />
      <p role="status" className={styles.status}>
        {hasAsked && (matches.length === 0 ? t('foundNone') : t('found', { count: matches.length }))}
      </p>
      {matches.length > 0 && (
        <TopicButtons
          ref={list}
          aria-label={t('results')}
          onKeyDown={move}
          topics={matches}
          labels={labels}
          onChoose={onChoose}
        />
      )}
      {isIdle && suggestions.length > 0 && (
        <section aria-labelledby="topic-suggestions">
          <h2 id="topic-suggestions">{t('suggestions')}</h2>
          <p>{t('suggestionsHint')}</p>
          <TopicButtons topics={suggestions} reasonId={reasonId} labels={labels} onChoose={onChoose} />
        </section>
      )}
    </div>
  );
}

interface TopicButtonsProps
  extends ComponentPropsWithRef<'ul'>,
    Pick<TopicSearchProps, 'onChoose'>,
    Partial<Pick<TopicSearchProps, 'reasonId'>> {
  topics: readonly TopicMatch[];
  labels: TopicLabels;
}

function TopicButtons({ topics, reasonId, labels, onChoose, ...list }: TopicButtonsProps) {
  return (
    <ul className={styles.results} {...list}>
      {topics.map((topic) => (
        <li key={topic.subjectId}>
          <button type="button" className={styles.result} onClick={() => onChoose(topic)}>
            {labels.subject[topic.subjectId]}{' '}
            <span className={styles.place}>
              ({labels.lifeEvent[topic.lifeEventId]}
              {reasonId && <> › {ownValue(labels.reason, reasonId)}</>})
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
