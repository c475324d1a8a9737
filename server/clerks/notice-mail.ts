import type { Mail } from '../mail/mailer.ts';

/** The numbers of requests that a mail tells a clerk. */
export interface NoticeCounts {
  /** New requests in which it is still the office's turn. */
  fresh: number;
  /** Other requests about which their citizen has said something more. */
  moved: number;
  /** Requests that have become overdue. */
  newlyOverdue: number;
  /** All requests that are overdue, newly or not. */
  overdue: number;
}

/** The mail has only numbers and the way to Balcão: mails are read on locked screens, and by programs on their way. */
export function noticeMail(
  { fresh, moved, newlyOverdue, overdue }: NoticeCounts,
  { balcao, settings }: { balcao: string; settings: string },
): Pick<Mail, 'subject' | 'text'> {
  const news = [
    fresh > 0 && countWords(fresh, '1 pedido novo', 'pedidos novos'),
    moved > 0 &&
      countWords(moved, '1 pedido com novidades do requerente', 'pedidos com novidades dos requerentes'),
    newlyOverdue > 0 &&
      `${countWords(newlyOverdue, '1 pedido que ficou fora do prazo', 'pedidos que ficaram fora do prazo')} (ao todo, ${overdue})`,
  ].filter((line) => line !== false);
  const text = [
    'Desde o último aviso, há no Balcão do e-Clic:',
    news.map((line) => `– ${line}`).join('\n'),
    `Abrir o Balcão: ${balcao}`,
    `Recebe estes avisos, no máximo um por hora, porque os pediu. Para os mudar ou deixar de receber: ${settings}`,
  ];
  return { subject: 'Novidades no Balcão do e-Clic', text: text.join('\n\n') };
}

function countWords(count: number, one: string, many: string): string {
  return count === 1 ? one : `${count} ${many}`;
}
