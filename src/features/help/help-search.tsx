import { useDeferredValue, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ANSWER_IDS,
  type AnswerId,
  SHORT_ANSWERS,
  searchAnswers,
} from '../../../domain/topics/short-answers.ts';
import { sharedBeginning } from '../../../domain/topics/word-stem.ts';
import { foldWords, queryWords } from '../../../shared/fold-text.ts';
import { Details } from '../../ui/details.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { AnswerBody } from './answer-body.tsx';
import { ContentBody, type ContentText } from './content-section.tsx';
import styles from './help.module.css';
import type { HelpTopic } from './use-help-groups.tsx';

type Findable = ContentText | AnswerId;

/** Searches the topics of help and the short answers together, by their own words and by everyday words. */
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

/** Returns the short answers with the words by which they are found. Empty until the citizen searches, which few do. */
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

interface FindableText<Id> {
  id: Id;
  title: string;
  /** All other words by which the text may be found. */
  words: string;
}

/** The least length of a telling word: shorter words, such as *que* and *de*, are in every text. */
const TELLING_LETTERS = 4;

/** A letter that is pasted is read no further: each of its words is looked for in every text, at each key. */
const READ_UNITS = 2_000;

/**
 * Finds the texts that hold every word of the query, with matching titles first. If there are none, as for a whole question, finds the texts that hold most of
 * its longer words.
 */
export function findHelp<Id>(texts: readonly FindableText<Id>[], typed: string): Id[] {
  const query = typed.slice(0, READ_UNITS);
  const titles = texts.map(({ id, title }) => ({ id, words: title }));
  const whole = texts.map(({ id, title, words }) => ({ id, words: `${title} ${words}` }));
  const found = new Set([...searchAnswers(titles, query), ...searchAnswers(whole, query)]);
  if (found.size > 0) return [...found];
  const telling = queryWords(query).filter(({ length }) => length >= TELLING_LETTERS);
  const hits = new Map<Id, number>();
  for (const { id, words } of whole) {
    const held = ` ${foldWords(words)}`;
    const count = telling.filter((word) => held.includes(` ${sharedBeginning(word)}`)).length;
    if (count > 0) hits.set(id, count);
  }
  const most = Math.max(...hits.values());
  return [...hits].filter(([, count]) => count === most).map(([id]) => id);
}
