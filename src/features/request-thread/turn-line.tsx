import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import type { Deadline } from '../../../domain/deadlines.ts';
import { emphasisOf } from '../../../domain/request-state.ts';
import { formatDay } from '../../../shared/format-date.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './request-thread.module.css';

interface TurnLineProps {
  request: CitizenRequest;
  /** Null: nobody is waited for. */
  deadline: Deadline | null;
}

/** Whose turn it is, and by when. */
export function TurnLine({ request, deadline }: TurnLineProps) {
  const { t } = useTranslation('requests');
  const { state, office } = request;
  return (
    <p className={styles.turn}>
      <span className={styles.state}>
        <Tag tone={emphasisOf(state)}>{t(`state.${state}`)}</Tag>
        {state === 'forwarded' && (
          <>
            {' '}
            <bdi>{office.name}</bdi>
          </>
        )}
      </span>{' '}
      <span>
        <Sentence request={request} deadline={deadline} />
      </span>
    </p>
  );
}

function Sentence({ request, deadline }: TurnLineProps) {
  const { t, i18n } = useTranslation('thread');
  const { state, dueOn } = request;
  const day = (date: string) => formatDay(date, i18n.language);
  if (!deadline) return isOver(state) && t(`turn.${state}`, ofKind(request.kind));
  switch (deadline.status) {
    case 'paused': {
      const { whenResumed } = deadline;
      const mayHold = whenResumed !== null && whenResumed.daysLeft > 0;
      return mayHold ? t('turn.paused', { date: day(whenResumed.dueOn) }) : t('deadline.paused');
    }
    case 'today':
      return t('turn.today', { date: day(dueOn) });
    default:
      return t(`turn.${deadline.status}`, { count: deadline.days, date: day(dueOn) });
  }
}

function isOver(state: CitizenRequest['state']): state is 'answered' | 'closed' | 'withdrawn' {
  return state === 'answered' || state === 'closed' || state === 'withdrawn';
}
