import type { OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import type { Sending } from './is-on-its-way.ts';
import { NotSentPage } from './not-sent-page.tsx';
import { SendingPage } from './sending-page.tsx';
import { useIsOnItsWay } from './use-is-on-its-way.ts';

/**
 * A request that waits: *A enviar o pedido* while it goes well, else *O pedido ainda não foi enviado*. Whoever shows this page sees in the
 * database what becomes of it, and leads on.
 */
export function WaitingPage(waiting: Sending & { entry: OutboxRow<SubmitRequestCommand> }) {
  const { entry, progress, connection } = waiting;
  if (useIsOnItsWay(waiting)) return <SendingPage entry={entry} progress={progress} />;
  return <NotSentPage entry={entry} connection={connection} />;
}
