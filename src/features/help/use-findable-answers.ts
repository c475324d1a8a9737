import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ANSWER_IDS, type AnswerId, SHORT_ANSWERS } from '../../domain/topics/short-answers.ts';
import type { FindableText } from './find-help.ts';

/** The short answers with their sentences and the everyday words of their subjects; none before something is looked for, which few do. */
export function useFindableAnswers(isLooking: boolean): FindableText<AnswerId>[] {
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
