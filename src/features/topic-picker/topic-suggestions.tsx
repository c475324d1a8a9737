import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BUNDLED_TOPICS } from '../../domain/topics/bundled-topics.ts';
import {
  type SuggestionWords,
  suggestTopics,
  type TopicSuggestion,
} from '../../domain/topics/suggest-topics.ts';
import styles from './topic-picker.module.css';

interface TopicSuggestionsProps {
  description: string;
  labels: SuggestionWords;
  onChoose: (suggestion: TopicSuggestion) => void;
}

/** Up to three topics that the description speaks of; nothing where it speaks of none. */
export function TopicSuggestions({ description, labels, onChoose }: TopicSuggestionsProps) {
  const { t } = useTranslation('topic');
  const suggestions = useMemo(
    () => suggestTopics(description, BUNDLED_TOPICS, labels),
    [description, labels],
  );
  if (suggestions.length === 0) return null;
  return (
    <section aria-labelledby="topic-suggestions">
      <h2 id="topic-suggestions">{t('suggestions')}</h2>
      <p>{t('suggestionsHint')}</p>
      <ul className={styles.results}>
        {suggestions.map((suggestion) => (
          <li key={suggestion.subjectId}>
            <button type="button" className={styles.result} onClick={() => onChoose(suggestion)}>
              {labels.subject[suggestion.subjectId]}{' '}
              <span className={styles.place}>
                ({labels.lifeEvent[suggestion.lifeEventId]}
                {suggestion.reasonId && <> › {labels.reason[suggestion.reasonId]}</>})
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
