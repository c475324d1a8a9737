import type { RequestKind } from '../../contract/types.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import { timeWords } from './words.ts';

/** The words for a request or a complaint, and the ending of what is said of it. */
function subjectOf(kind: RequestKind): readonly [string, string] {
  return kind === 'complaint' ? ['A reclamação', 'a'] : ['O pedido', 'o'];
}

/** Returns the sentence about an act that can still be taken back. `sendsAt`: when it is done, in ms. */
export function onItsWayWords(
  kind: RequestKind,
  action: OfficeAction,
  citizenName: string,
  sendsAt: number,
): string {
  const [it, ending] = subjectOf(kind);
  const at = `às ${timeWords(sendsAt)}`;
  switch (action) {
    case 'review':
      return `${it} fica em análise ${at}.`;
    case 'ask':
      return `A pergunta segue para ${citizenName} ${at}.`;
    case 'answer':
      return `A resposta segue para ${citizenName} ${at}.`;
    case 'forward':
      return `${it} é encaminhad${ending} ${at}.`;
    case 'close':
      return `${it} fica concluíd${ending} ${at}.`;
  }
}

/** Returns the sentence that confirms an act. */
export function doneWords(kind: RequestKind, action: OfficeAction, citizenName: string): string {
  const [it, ending] = subjectOf(kind);
  switch (action) {
    case 'review':
      return `${it} está em análise.`;
    case 'ask':
      return `Pergunta enviada a ${citizenName}. O prazo fica parado até haver resposta.`;
    case 'answer':
      return `Resposta enviada a ${citizenName}.`;
    case 'forward':
      return `${it} foi encaminhad${ending}.`;
    case 'close':
      return `${it} está concluíd${ending}.`;
  }
}

export const UNDONE_WORDS = {
  sim: 'Desfeito: o que escreveu não foi enviado e continua aqui.',
  tarde: 'Já não é possível desfazer: foi enviado.',
} as const;

/** The sentences that confirm what no citizen reads. */
export const WORK_DONE_WORDS: Record<string, string> = {
  take: 'Fica consigo.',
  pass: 'Passou à pessoa que escolheu.',
  release: 'Já não está com ninguém.',
  note: 'A nota ficou guardada.',
};
