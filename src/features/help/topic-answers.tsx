import { useTranslation } from 'react-i18next';
import type { RequestKind } from '../../../domain/request-kind.ts';
import { answersFor, mayCostARight } from '../../../domain/topics/short-answers.ts';
import type { TopicChoice } from '../../../domain/topics/topic.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/stack.tsx';
import { AnswerBody } from './answer-body.tsx';

interface TopicAnswersProps {
  topic: TopicChoice | null;
  kind: RequestKind | null;
  /** *Isto respondeu à minha dúvida*: there is no request to write any more. Not offered beside an answer that may cost a right. */
  onAnswered: () => void;
}

/** Short answers that may make the request unnecessary, for the chosen topic; nothing where none fits. */
export function TopicAnswers({ topic, kind, onAnswered }: TopicAnswersProps) {
  const { t } = useTranslation('answers');
  const ids = answersFor(topic, kind);
  if (ids.length === 0) return null;
  const isRightAtStake = ids.some(mayCostARight);
  return (
    <section aria-labelledby="short-answers">
      <Stack gap={3}>
        <h2 id="short-answers">{t('heading')}</h2>
        <p>{t(isRightAtStake ? 'rightAtStake' : 'intro')}</p>
        {ids.map((id) => (
          <Card key={id} as="article" labelledBy={`answer-${id}`}>
            <h3 id={`answer-${id}`}>{t(`items.${id}.title`)}</h3>
            <AnswerBody id={id} />
          </Card>
        ))}
        {!isRightAtStake && (
          <div>
            <Button variant="secondary" type="button" aria-describedby="answers-go-on" onClick={onAnswered}>
              {t('answered')}
            </Button>
          </div>
        )}
        <p id="answers-go-on">
          {!isRightAtStake && `${t('deletes')} `}
          {t('goOn')}
        </p>
      </Stack>
    </section>
  );
}
