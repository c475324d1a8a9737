import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { BUNDLED_TOPICS } from '../../domain/topics/bundled-topics.ts';
import {
  buildTopicIndex,
  searchTopics,
  type TopicLabels,
  type TopicMatch,
} from '../../domain/topics/search-topics.ts';
import { SearchField } from '../../ui/search-field.tsx';
import styles from './topic-picker.module.css';

/** At most nine options on a level, by the usability seal. */
const MAX_RESULTS = 9;

interface TopicSearchProps {
  labels: TopicLabels;
  onChoose: (match: TopicMatch) => void;
  /** Shown while nothing is searched for. With both, two buttons could offer the same topic under the same name. */
  children: ReactNode;
}

export function TopicSearch({ labels, onChoose, children }: TopicSearchProps) {
  const { t } = useTranslation('topic');
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const index = useMemo(() => buildTopicIndex(BUNDLED_TOPICS, labels), [labels]);
  const matches = useMemo(() => searchTopics(index, asked, MAX_RESULTS), [index, asked]);
  const hasAsked = asked.trim() !== '';

  function enterList(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    list.current?.querySelector('button')?.focus();
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
        <TopicResults
          listRef={list}
          matches={matches}
          labels={labels}
          onChoose={(match) => {
            setQuery('');
            onChoose(match);
          }}
          onLeave={() => box.current?.focus()}
        />
      )}
      {query.trim() === '' && !hasAsked && children}
    </div>
  );
}

interface TopicResultsProps {
  listRef: RefObject<HTMLUListElement | null>;
  matches: readonly TopicMatch[];
  labels: TopicLabels;
  onChoose: (match: TopicMatch) => void;
  /** Up from the first result, or Escape. */
  onLeave: () => void;
}

/** A list of buttons: arrows move along it, and the tabulator too. */
function TopicResults({ listRef, matches, labels, onChoose, onLeave }: TopicResultsProps) {
  const { t } = useTranslation('topic');

  function move(event: KeyboardEvent<HTMLUListElement>) {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (event.key === 'Escape' || (event.key === 'ArrowUp' && at === 0)) onLeave();
    else if (event.key === 'ArrowDown') buttons[at + 1]?.focus();
    else if (event.key === 'ArrowUp') buttons[at - 1]?.focus();
    else return;
    event.preventDefault();
  }

  return (
    <ul ref={listRef} aria-label={t('results')} className={styles.results} onKeyDown={move}>
      {matches.map((match) => (
        <li key={match.subjectId}>
          <button type="button" className={styles.result} onClick={() => onChoose(match)}>
            {labels.subject[match.subjectId]}{' '}
            <span className={styles.place}>({labels.lifeEvent[match.lifeEventId]})</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
