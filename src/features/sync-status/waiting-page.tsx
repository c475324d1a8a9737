import type { OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { useOnline } from '../../parts/use-online.ts';
import { useSession } from '../../state/session.ts';
import { answerDueAt, isOnItsWay, type Sending } from './is-on-its-way.ts';
import { NotSentPage } from './not-sent-page.tsx';
import { SendingPage } from './sending-page.tsx';
import { useIsPast } from './use-is-past.ts';

/**
 * A request that waits: *A enviar o pedido* while it goes well, else *O pedido ainda não foi enviado*. Whoever shows this page sees in the
 * database what becomes of it, and leads on.
 */
export function WaitingPage(waiting: Sending & { entry: OutboxRow<SubmitRequestCommand> }) {
  const online = useOnline();
  const sessionEnded = useSession((session) => session.status === 'ended');
  const isLate = useIsPast(answerDueAt(waiting, Date.now()));
  const { entry, progress, connection } = waiting;
  if (isLate || !isOnItsWay(waiting, { online, sessionEnded })) {
    return <NotSentPage entry={entry} connection={connection} />;
  }
  return <SendingPage entry={entry} progress={progress} />;
}
