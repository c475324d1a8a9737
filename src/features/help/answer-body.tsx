import { useTranslation } from 'react-i18next';
import { ANSWER_SOURCES } from '../../domain/topics/answer-sources.ts';
import { type AnswerId, SHORT_ANSWERS } from '../../domain/topics/short-answers.ts';
import { formatDay } from '../../lib/format-date.ts';
import { Paragraphs } from './content-section.tsx';
import styles from './help.module.css';

/** The sentences of a short answer, with their date and where they come from. */
export function AnswerBody({ id }: { id: AnswerId }) {
  const { t, i18n } = useTranslation('answers');
  const date = formatDay(SHORT_ANSWERS[id].date, i18n.language);
  const sources = ANSWER_SOURCES[id].map((source) => source.join(', ')).join('; ');
  return (
    <>
      <Paragraphs text={t(`items.${id}.text`, { returnObjects: true })} />
      <p className={styles.source}>
        {t('dated', { date })} <span lang="pt-PT">{sources}.</span>
      </p>
    </>
  );
}
