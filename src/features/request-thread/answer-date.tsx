import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import { formatDay } from '../../lib/format-date.ts';
import { useDeadline } from './use-deadline.ts';

/** By when the answer comes, at its step in the timeline. */
export function AnswerDate({ request }: { request: CitizenRequest }) {
  const { t, i18n } = useTranslation('thread');
  const deadline = useDeadline(request);
  if (!deadline) return null;
  if (deadline.status === 'paused') return t('timeline.answerPaused');
  const date = formatDay(request.dueOn, i18n.language);
  return <time dateTime={request.dueOn}>{t(`timeline.answer.${deadline.status}`, { date })}</time>;
}
