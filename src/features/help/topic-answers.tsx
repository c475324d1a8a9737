import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestKind } from '../../../contract/types.ts';
import { fitAnswers } from '../../../domain/topics/fitting-answers.ts';
import type { TopicIndex } from '../../../domain/topics/search-topics.ts';
import { mayCostARight } from '../../../domain/topics/short-answers.ts';
import type { TopicChoice } from '../../../domain/topics/topic.ts';
import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { Stack } from '../../ui/layout.tsx';
import { AnswerBody } from './answer-body.tsx';
import { readyAnswerWords } from './ready-answer-words.ts';

interface TopicAnswersProps {
  description: string;
  topic: TopicChoice | null;
  kind: RequestKind | null;
  /** Finds the subject in the words when the citizen does not know the topic. */
  subjects: TopicIndex;
  /**
   * Called on **Isto respondeu à minha dúvida**: the citizen does not need the request any more. The button is not shown with an answer that may cost a right,
   * nor where this is null: there is no draft to delete any more.
   */
  onAnswered: (() => void) | null;
}

/** Short answers that may make the request unnecessary, each folded into one line. Nothing is shown when none fits. */
export function TopicAnswers({ description, topic, kind, subjects, onAnswered }: TopicAnswersProps) {
  const { t } = useTranslation('answers');
  const words = readyAnswerWords();
  const ids = useMemo(
    () => fitAnswers({ description, topic, kind }, words, subjects),
    [description, topic, kind, words, subjects],
  );
  if (ids.length === 0) return null;
  const isRightAtStake = ids.some(mayCostARight);
  const onEnough = isRightAtStake ? null : onAnswered;
  return (
    <Stack gap={1}>
      {ids.map((id) => (
        <Details key={id} summary={t('maybe', { title: t(`items.${id}.title`) })}>
          <Stack gap={2}>
            <p>{t(isRightAtStake ? 'rightAtStake' : 'intro')}</p>
            <div>
              <AnswerBody id={id} />
            </div>
            {onEnough && (
              <div>
                <Button
                  variant="secondary"
                  type="button"
                  aria-describedby={`answer-${id}-go-on`}
                  onClick={onEnough}
                >
                  {t('answered')}
                </Button>
              </div>
            )}
            <p id={`answer-${id}-go-on`}>
              {onEnough && `${t('deletes')} `}
              {t('goOn')}
            </p>
          </Stack>
        </Details>
      ))}
    </Stack>
  );
}
