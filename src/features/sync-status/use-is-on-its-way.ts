import { useOnline } from '../../parts/use-online.ts';
import { useSession } from '../../state/session.ts';
import { answerDueAt, isOnItsWay, type Sending } from './is-on-its-way.ts';
import { useIsPast } from './use-is-past.ts';

/** Whether a request or a message may be said to be on its way: nothing speaks against it, and an answer is not overdue. */
export function useIsOnItsWay(sending: Sending): boolean {
  const online = useOnline();
  const sessionEnded = useSession((session) => session.status === 'ended');
  const isLate = useIsPast(answerDueAt(sending, Date.now()));
  return !isLate && isOnItsWay(sending, { online, sessionEnded });
}
