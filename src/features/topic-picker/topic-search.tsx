import { type KeyboardEvent, type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchTopics, type TopicMatch } from '../../../domain/topics/search-topics.ts';
import { suggestTopics } from '../../../domain/topics/suggest-topics.ts';
import { Beside } from '../../ui/beside.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { TopicWords } from './ready-topic-words.ts';
import styles from './topic-picker.module.css';
import { QUESTION_IDS } from './topic-questions.tsx';

/** The usability seal allows nine options on each level. */
const MAX_RESULTS = 9;

interface TopicSearchProps {
  /**
   * The text from which topics are suggested while the citizen does not search. With results and suggestions together, two buttons could offer the same topic
   * under the same name.
   */
  description: string;
  /** The reason that each suggestion chooses. Suggestions differ by their subject. */
  reasonId: string;
  words: Pick<TopicWords, 'labels' | 'index'>;
  onChoose: (topic: TopicMatch) => void;
  onUnknown: () => void;
  /** Called on a key that is pressed at **Não sei qual é o tema**. */
  onUnknownKey: (event: KeyboardEvent) => void;
}

/** The search box, with its results or, before a search, the suggestions. **Não sei qual é o tema** is the last option in both. */
export function TopicSearch({
  description,
  reasonId,
  words,
  onChoose,
  onUnknown,
  onUnknownKey,
}: TopicSearchProps) {
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

  /** Moves the focus through the results with the arrow keys. Arrow up at the first result, or Escape, leads back to the field. */
  function move(event: KeyboardEvent<HTMLUListElement>) {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (event.key === 'Escape' || (event.key === 'ArrowUp' && at === 0)) box.current?.focus();
    else if (event.key === 'ArrowDown') buttons[at + 1]?.focus();
    else if (event.key === 'ArrowUp') buttons[at - 1]?.focus();
    else return;
    event.preventDefault();
  }

  const unknown = <Unknown onChoose={onUnknown} onKeyDown={onUnknownKey} />;
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
        <ul ref={list} className={styles.results} aria-label={t('results')} onKeyDown={move}>
          {matches.map((topic) => (
            <Choice key={topic.subjectId} onChoose={() => onChoose(topic)}>
              {labels.subject[topic.subjectId]}{' '}
              <span className={styles.place}>({labels.lifeEvent[topic.lifeEventId]})</span>
            </Choice>
          ))}
        </ul>
      )}
      {isIdle && suggestions.length > 0 ? (
        <Beside>
          <section aria-labelledby="topic-suggestions">
            <h2 id="topic-suggestions">{t('suggestions')}</h2>
            <p>{t('suggestionsHint')}</p>
            <ul className={styles.results}>
              {suggestions.map((topic) => (
                <Choice key={topic.subjectId} onChoose={() => onChoose(topic)}>
                  {labels.subject[topic.subjectId]}{' '}
                  <span className={styles.path}>
                    {[labels.lifeEvent[topic.lifeEventId], labels.reason[reasonId]]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </Choice>
              ))}
              {unknown}
            </ul>
          </section>
        </Beside>
      ) : (
        <ul className={styles.results}>{unknown}</ul>
      )}
    </div>
  );
}

interface ChoiceProps {
  children: ReactNode;
  onChoose: () => void;
}

function Choice({ children, onChoose }: ChoiceProps) {
  return (
    <li>
      <button type="button" className={styles.result} onClick={onChoose}>
        {children}
      </button>
    </li>
  );
}

interface UnknownProps extends Pick<ChoiceProps, 'onChoose'> {
  onKeyDown: (event: KeyboardEvent) => void;
}

function Unknown({ onChoose, onKeyDown }: UnknownProps) {
  const { t } = useTranslation('topic');
  const id = QUESTION_IDS.unknown;
  return (
    <li>
      <button
        id={id}
        type="button"
        className={styles.result}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-hint`}
        onClick={onChoose}
        onKeyDown={onKeyDown}
      >
        <span id={`${id}-name`}>{t('dontKnow')}</span>
        <span id={`${id}-hint`} className={styles.path}>
          {t('dontKnowHint')}
        </span>
      </button>
    </li>
  );
}
