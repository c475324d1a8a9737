import { useTranslation } from 'react-i18next';
import { ANSWER_CHECKS } from '../../../domain/topics/answer-checks.ts';
import type { AnswerId } from '../../../domain/topics/short-answers.ts';
import { formatDay } from '../../../shared/format-date.ts';
import { Paragraphs } from './content-section.tsx';
import styles from './help.module.css';

/** The sentences of a short answer, with its sources and the day of its last check. */
export function AnswerBody({ id }: { id: AnswerId }) {
  const { t, i18n } = useTranslation('answers');
  const { checked, sources } = ANSWER_CHECKS[id];
  const date = formatDay(checked, i18n.language);
  return (
    <>
      <Paragraphs text={t(`items.${id}.text`, { returnObjects: true })} />
      <p className={styles.source}>
        {t('dated', { date })} <span lang="pt-PT">{sources.join('; ')}.</span>
      </p>
    </>
  );
}
