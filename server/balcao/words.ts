import type { CitizenRequest, Message, RequestKind } from '../../contract/types.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import { workingDaysUntil } from '../../domain/working-days.ts';
import { sizeForPeople } from '../../shared/format-bytes.ts';
import { formatDay } from '../../shared/format-date.ts';

/** Clerks read Portuguese; what they are told of a citizen's turn is not what the citizen is told. */
export const LOCALE = 'pt-PT';

export const STATE_WORDS: Record<CitizenRequest['state'], string> = {
  registered: 'Registado',
  inReview: 'Em análise',
  forwarded: 'Encaminhado',
  awaitingCitizen: 'Aguarda resposta do requerente',
  answered: 'Respondido',
  closed: 'Concluído',
  withdrawn: 'Anulado pelo requerente',
};

export const KIND_WORDS: Record<RequestKind, string> = {
  information: 'Pedido de informação',
  clarification: 'Dúvida',
  documents: 'Pedido de documento',
  complaint: 'Reclamação',
};

export const PURPOSE_WORDS: Record<Message['purpose'], string> = {
  reply: 'Resposta do requerente',
  addition: 'Informação acrescentada',
  followUp: 'Pergunta sobre a resposta',
  correction: 'Correção ao que escreveu',
  question: 'Pergunta ao requerente',
  answer: 'Resposta',
  notice: 'Aviso',
};

/** What the button says, and what is confirmed once it is done; of a complaint see `actionWords`. */
export const ACTION_WORDS: Record<OfficeAction, { title: string; button: string; done: string }> = {
  review: {
    title: 'Pôr em análise',
    button: 'Pôr em análise',
    done: 'O pedido está em análise.',
  },
  ask: {
    title: 'Perguntar ao requerente',
    button: 'Enviar pergunta',
    done: 'A pergunta foi enviada. O prazo fica parado até o requerente responder.',
  },
  answer: { title: 'Responder', button: 'Enviar resposta', done: 'A resposta foi enviada.' },
  forward: { title: 'Encaminhar', button: 'Encaminhar pedido', done: 'O pedido foi encaminhado.' },
  close: { title: 'Concluir', button: 'Concluir pedido', done: 'O pedido está concluído.' },
};

/** What is confirmed of what no citizen reads. */
export const WORK_DONE_WORDS: Record<string, string> = {
  take: 'Fica consigo.',
  pass: 'Passou à pessoa que escolheu.',
  release: 'Já não está com ninguém.',
  note: 'A nota ficou guardada.',
};

/** Of somebody as the record has them. */
export function whoWords(who: string): string {
  const [kind, name] = who.split(' ');
  if (kind === 'clerk') return name ?? '';
  return kind === 'token' ? `programa ${name}` : 'nome desconhecido';
}

/** To whoever signs in while too many others do. */
export const NO_TURN_WORDS = 'Há muitas pessoas a entrar ao mesmo tempo. Tente de novo dentro de momentos';

const COMPLAINT_WORDS: typeof ACTION_WORDS = {
  ...ACTION_WORDS,
  review: { ...ACTION_WORDS.review, done: 'A reclamação está em análise.' },
  forward: { title: 'Encaminhar', button: 'Encaminhar reclamação', done: 'A reclamação foi encaminhada.' },
  close: { title: 'Concluir', button: 'Concluir reclamação', done: 'A reclamação está concluída.' },
};

export function actionWords(kind: RequestKind): typeof ACTION_WORDS {
  return kind === 'complaint' ? COMPLAINT_WORDS : ACTION_WORDS;
}

/** What stands before its reference. */
export function nameOf({ kind }: Pick<CitizenRequest, 'kind'>): string {
  return kind === 'complaint' ? KIND_WORDS.complaint : 'Pedido';
}

export function topicWords({ topic }: Pick<CitizenRequest, 'topic'>): string {
  if (topic.status === 'unknown') return 'Tema por definir';
  return [topic.lifeEvent, topic.subject, topic.reason].map(({ label }) => label).join(' › ');
}

/** By which working days are counted. */
export interface Days {
  today: string;
  extraHolidays: readonly string[];
}

export function dueWords(dueOn: string, { today, extraHolidays }: Days): string {
  const left = workingDaysUntil(today, dueOn, extraHolidays);
  const day = formatDay(dueOn, LOCALE);
  if (left < 0) return `O prazo terminou a ${day}, há ${workingDays(-left)}`;
  // A deadline ends on a working day; over a weekend behind it no working day has passed yet.
  if (dueOn < today) return `O prazo terminou a ${day}`;
  return left === 0 ? 'O prazo termina hoje' : `O prazo termina a ${day}, daqui a ${workingDays(left)}`;
}

function workingDays(count: number): string {
  return count === 1 ? '1 dia útil' : `${count} dias úteis`;
}

export function sizeWords(bytes: number): string {
  const { unit, size } = sizeForPeople(bytes);
  return `${size.toLocaleString(LOCALE)} ${unit}`;
}
