import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicLabels, TopicMatch } from '../../domain/topics/search-topics.ts';
import styles from './topic-picker.module.css';

interface TopicResultsProps {
  listRef: RefObject<HTMLUListElement | null>;
  matches: readonly TopicMatch[];
  labels: TopicLabels;
  onChoose: (match: TopicMatch) => void;
  /** Up from the first result, or Escape. */
  onLeave: () => void;
}

/** A list of buttons: arrows move along it, and the tabulator too. */
export function TopicResults({ listRef, matches, labels, onChoose, onLeave }: TopicResultsProps) {
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
