import { useDeferredValue, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANSWER_IDS, type AnswerId, SHORT_ANSWERS } from '../../../domain/topics/short-answers.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { AnswerBody } from './answer-body.tsx';
import { ContentBody, type ContentText } from './content-section.tsx';
import { Details } from './details.tsx';
import { type FindableText, findHelp } from './find-help.ts';
import styles from './help.module.css';
import type { HelpTopic } from './use-help-groups.tsx';

type Findable = ContentText | AnswerId;

/** One search over the topics of help and the short answers, by their words and by everyday ones. */
export function HelpSearch({ topics }: { topics: readonly HelpTopic[] }) {
  const { t } = useTranslation(['help', 'answers']);
  const headingId = useId();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query).trim();
  const answers = useFindableAnswers(asked !== '');
  const texts = useMemo(() => [...topics.map(makeFindable), ...answers], [topics, answers]);
  const found = useMemo(() => (asked === '' ? [] : findHelp<Findable>(texts, asked)), [texts, asked]);
  const foundTopics = found.filter((one) => typeof one !== 'string');
  const foundAnswers = found.filter((one) => typeof one === 'string');
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{t('searchHeading')}</h2>
      <SearchField
        id="answer-search"
        label={t('answers:search')}
        hint={t('answers:searchHint')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" className={styles.status}>
        {asked !== '' &&
          (found.length === 0 ? t('answers:foundNone') : t('answers:found', { count: found.length }))}
      </p>
      {foundTopics.length > 0 && <h3>{t('foundTopics')}</h3>}
      {foundTopics.map(({ id, heading, ...body }) => (
        <Details key={id} summary={heading}>
          <ContentBody {...body} />
        </Details>
      ))}
      {foundAnswers.length > 0 && <h3>{t('answers:searchHeading')}</h3>}
      {foundAnswers.map((id) => (
        <Details key={id} summary={t(`answers:items.${id}.title`)}>
          <AnswerBody id={id} />
        </Details>
      ))}
    </section>
  );
}

function makeFindable({ content, words }: HelpTopic): FindableText<ContentText> {
  const { heading, text = [], items = [], after = [] } = content;
  return { id: content, title: heading, words: [...text, ...items, ...after, words].join(' ') };
}

/** The short answers with their sentences and the everyday words of their subjects; none before something is looked for, which few do. */
function useFindableAnswers(isLooking: boolean): FindableText<AnswerId>[] {
  const { t } = useTranslation(['answers', 'topics']);
  return useMemo(
    () =>
      (isLooking ? ANSWER_IDS : []).map((id) => {
        const text = t(`items.${id}.text`, { returnObjects: true });
        const subjects = SHORT_ANSWERS[id].subjectIds.flatMap((subjectId) => [
          t(`topics:subject.${subjectId}`),
          t(`topics:words.${subjectId}`),
        ]);
        return { id, title: t(`items.${id}.title`), words: [...text, ...subjects].join(' ') };
      }),
    [t, isLooking],
  );
}
