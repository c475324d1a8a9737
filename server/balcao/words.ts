import type { CitizenRequest, Message, RequestKind } from '../../contract/types.ts';
import { dayNumber, lisbonDate } from '../../domain/lisbon-date.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import { turnOf } from '../../domain/request-state.ts';
import { type Calendar, workingDaysUntil } from '../../domain/working-days.ts';
import { sizeForPeople } from '../../shared/format-bytes.ts';
import { formatDateTime, formatDay, formatTime } from '../../shared/format-date.ts';
import type { ActWords } from '../db/office-tables.ts';
import type { OfficeView } from '../office/office-list.ts';
import { NOT_LISTED } from '../topics/published-topics.ts';

/** Clerks read Portuguese. They read of a request's state in other words than the citizen, whose turn it may be. */
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

/** Short names for the list, in which the column says that they are kinds. */
export const SHORT_KIND_WORDS: Record<RequestKind, string> = {
  information: 'Informação',
  clarification: 'Dúvida',
  documents: 'Documento',
  complaint: 'Reclamação',
};

export const VIEW_WORDS: Record<OfficeView, string> = {
  toDo: 'Por tratar',
  mine: 'Meus',
  overdue: 'Atrasados',
  dueToday: 'Para hoje',
  ofCitizen: 'À espera do requerente',
  answered: 'Respondidos',
  ended: 'Concluídos',
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

/** The words for requests; `actionWords` has those for complaints. */
export const ACTION_WORDS: Record<OfficeAction, { title: string; button: string }> = {
  review: { title: 'Pôr em análise', button: 'Pôr em análise' },
  ask: { title: 'Perguntar ao requerente', button: 'Enviar pergunta' },
  answer: { title: 'Responder', button: 'Enviar resposta' },
  forward: { title: 'Encaminhar', button: 'Encaminhar pedido' },
  close: { title: 'Concluir', button: 'Concluir pedido' },
};

/** Returns the name of somebody whom the record has as `clerk ana`, `token arquivo` or unknown. */
export function whoWords(who: string): string {
  const [kind, name] = who.split(' ');
  if (kind === 'clerk') return name ?? '';
  return kind === 'token' ? `programa ${name}` : 'nome desconhecido';
}

/** Told to a clerk who signs in while too many others do. */
export const NO_TURN_WORDS = 'Há muitas pessoas a entrar ao mesmo tempo. Tente de novo dentro de momentos';

const COMPLAINT_WORDS: typeof ACTION_WORDS = {
  ...ACTION_WORDS,
  forward: { title: 'Encaminhar', button: 'Encaminhar reclamação' },
  close: { title: 'Concluir', button: 'Concluir reclamação' },
};

export function actionWords(kind: RequestKind): typeof ACTION_WORDS {
  return kind === 'complaint' ? COMPLAINT_WORDS : ACTION_WORDS;
}

/** Returns the word that stands before the reference of a request. */
export function kindName({ kind }: Pick<CitizenRequest, 'kind'>): string {
  return kind === 'complaint' ? KIND_WORDS.complaint : 'Pedido';
}

export function topicWords({ topic }: Pick<CitizenRequest, 'topic'>): string {
  if (topic.status === 'unknown') return 'Tema por definir';
  const labels = [topic.lifeEvent, topic.subject, topic.reason].map(({ label }) => label);
  const saidOnce = labels.filter((label, at) => label !== NOT_LISTED || labels.indexOf(label) === at);
  return saidOnce.join(' › ');
}

/** For a row of the list, in which the subject's life event goes without saying. */
export function subjectWords({ topic }: Pick<CitizenRequest, 'topic'>): string {
  return topic.status === 'unknown' ? 'Tema por definir' : topic.subject.label;
}

export function dueWords(dueOn: string, { today, extraHolidays }: Calendar): string {
  const left = workingDaysUntil(today, dueOn, extraHolidays);
  const day = formatDay(dueOn, LOCALE);
  if (left < 0) return `O prazo terminou a ${day}, há ${workingDays(-left)}`;
  // A deadline ends on a working day: during the weekend after it no working day has passed yet.
  if (dueOn < today) return `O prazo terminou a ${day}`;
  return left === 0 ? 'O prazo termina hoje' : `O prazo termina a ${day}, daqui a ${workingDays(left)}`;
}

type Due = Pick<CitizenRequest, 'state' | 'dueOn' | 'history'>;

/** For a row of the list: how much time is left, how late the answer is, or the day on which the request ended. */
export function listDueWords({ state, dueOn, history }: Due, { today, extraHolidays }: Calendar): string {
  const turn = turnOf(state);
  if (turn === 'citizen') return 'parado';
  if (turn === 'nobody') return formatShortDay(lisbonDate(history.at(-1)?.at ?? dueOn));
  if (dueOn === today) return 'hoje';
  if (dueOn > today) return workingDays(workingDaysUntil(today, dueOn, extraHolidays));
  const late = dayNumber(today) - dayNumber(dueOn);
  return late === 1 ? 'atrasado 1\u00a0dia' : `atrasado ${late}\u00a0dias`;
}

export function isLate({ state, dueOn }: Due, { today }: Calendar): boolean {
  return turnOf(state) === 'office' && dueOn < today;
}

function formatShortDay(day: string): string {
  return day.split('-').reverse().join('/');
}

function workingDays(count: number): string {
  return count === 1 ? '1\u00a0dia útil' : `${count}\u00a0dias úteis`;
}

/** Returns the time of day, in Lisbon, of an instant in ms. */
export function timeWords(atMs: number): string {
  return formatTime(new Date(atMs).toISOString(), LOCALE);
}

/** Returns the day and the time of day, in Lisbon, of an instant in ms. */
export function momentWords(atMs: number): string {
  return formatDateTime(new Date(atMs).toISOString(), LOCALE);
}

export function sizeWords(bytes: number): string {
  const { unit, size } = sizeForPeople(bytes);
  return `${size.toLocaleString(LOCALE)}\u00a0${unit}`;
}

/** Returns all that a clerk typed for an act, to be read or copied. What the citizen must not read is named as such. */
export function wordsOf({ body, otherOffice, note }: Omit<ActWords, 'service'>): string {
  const ofOffice = otherOffice && `Serviço: ${otherOffice}`;
  return [body, ofOffice, note && `Nota interna: ${note}`].filter(Boolean).join('\n\n');
}
