import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANSWER_IDS, SHORT_ANSWERS } from '../../domain/short-answers.ts';
import { searchAnswers } from '../../domain/short-answers-search.ts';
import { Details } from '../../ui/details.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { AnswerBody } from './answer-body.tsx';
import styles from './help.module.css';

/** The short answers, found by their words and by the everyday words of their subjects. */
export function AnswersSearch() {
  const { t } = useTranslation(['answers', 'topics']);
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const searchable = useMemo(
    () =>
      ANSWER_IDS.map((id) => {
        const text = t(`items.${id}.text`, { returnObjects: true });
        const subjects = SHORT_ANSWERS[id].subjectIds.flatMap((subjectId) => [
          t(`topics:subject.${subjectId}`),
          t(`topics:words.${subjectId}`),
        ]);
        return { id, words: [t(`items.${id}.title`), ...text, ...subjects].join(' ') };
      }),
    [t],
  );
  const ids = useMemo(() => searchAnswers(searchable, asked), [searchable, asked]);
  const hasAsked = asked.trim() !== '';
  return (
    <section aria-labelledby="respostas">
      <h2 id="respostas">{t('searchHeading')}</h2>
      <SearchField
        id="answer-search"
        label={t('search')}
        hint={t('searchHint')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" className={styles.status}>
        {hasAsked && (ids.length === 0 ? t('foundNone') : t('found', { count: ids.length }))}
      </p>
      {hasAsked &&
        ids.map((id) => (
          <Details key={id} summary={t(`items.${id}.title`)}>
            <AnswerBody id={id} />
          </Details>
        ))}
    </section>
  );
}
