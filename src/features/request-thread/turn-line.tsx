import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import type { Deadline } from '../../../domain/measure-deadline.ts';
import { emphasisOf } from '../../../domain/request-state.ts';
import { formatDay } from '../../../shared/format-date.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { WaitingTag } from '../../parts/status-tags.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Thread } from './read-thread.ts';
import styles from './request-thread.module.css';

interface TurnLineProps {
  request: CitizenRequest;
  /** Null when nobody's answer is due. */
  deadline: Deadline | null;
}

interface TurnLineInThreadProps extends TurnLineProps {
  thread: Pick<Thread, 'withdrawal' | 'waiting'>;
}

/** Says whose turn it is, and by when; or that a withdrawal of the request, or the reply that the office waits for, waits to be sent. */
export function TurnLine({ thread, ...props }: TurnLineInThreadProps) {
  const { t } = useTranslation(['requests', 'thread']);
  const { state, office, kind } = props.request;
  const { withdrawal } = thread;
  const reply =
    state === 'awaitingCitizen' && thread.waiting.find(({ command }) => command.content.purpose === 'reply');
  const waiting = withdrawal ?? reply;

  function say() {
    if (withdrawal) return t('thread:withdrawal.waiting', ofKind(kind));
    if (reply) return t(reply.sending ? 'thread:messages.sending' : 'thread:messages.queued');
    return <Sentence {...props} />;
  }

  return (
    <p className={classNames(styles.turn, (waiting || state === 'withdrawn') && styles.tall)}>
      <span className={styles.state}>
        {waiting ? <WaitingTag entry={waiting} /> : <Tag tone={emphasisOf(state)}>{t(`state.${state}`)}</Tag>}
        {state === 'forwarded' && (
          <>
            {' '}
            <bdi>{office.name}</bdi>
          </>
        )}
      </span>{' '}
      <span>{say()}</span>
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
