import type { CitizenRequest } from '../../contract/types.ts';
import { formatDate } from '../../shared/format-date.ts';
import { ANSWERS_FOR_FAMILIES } from './answers-for-families.ts';
import { ANSWERS_FOR_SUPPORT } from './answers-for-support.ts';
import { ANSWERS_FOR_WORK } from './answers-for-work.ts';
import { OFFICE_DOCUMENTS, type OfficeDocumentId } from './office-documents.ts';
import type { WrittenAnswer } from './written-answer.ts';

export const WRITTEN_ANSWERS: readonly WrittenAnswer[] = [
  ...ANSWERS_FOR_FAMILIES,
  ...ANSWERS_FOR_WORK,
  ...ANSWERS_FOR_SUPPORT,
];

/** Writes the clerk's answer to a request, and names the document that was asked for. */
export function writeAnswer(request: CitizenRequest, atMs: number) {
  const { text, document } = chooseAnswer(request);
  const documentId: OfficeDocumentId | null = request.kind === 'documents' ? (document ?? 'requested') : null;
  const paragraphs = [
    'Bom dia.',
    openingOf(request),
    request.topic.status === 'known' && request.topic.reason.id === 'requestProgress' && PROGRESS,
    documentId && `Juntamos o documento que pediu, em PDF: ${OFFICE_DOCUMENTS[documentId].title}.`,
    text,
    request.kind === 'complaint' && OMBUDSMAN,
    `Com os melhores cumprimentos,\n${request.office.name}, ${formatDate(new Date(atMs).toISOString(), 'pt-PT')}`,
  ];
  return { body: paragraphs.filter(Boolean).join('\n\n'), documentId };
}

/** Chooses an answer by topic and kind, or by the kind alone if none is written for the topic, or if the request was answered before. */
function chooseAnswer({ kind, topic, history }: CitizenRequest): WrittenAnswer {
  const ofKind = WRITTEN_ANSWERS.filter(({ kinds }) => kinds.includes(kind));
  const general = ofKind.find(({ subjectIds }) => subjectIds.length === 0);
  const subjectId = topic.status === 'known' ? topic.subject.id : null;
  const fitting = ofKind.find(({ subjectIds }) => subjectId !== null && subjectIds.includes(subjectId));
  const chosen = wasAnswered(history) ? general : (fitting ?? general);
  if (!chosen) throw new Error(`No answer is written for ${kind}`);
  return chosen;
}

function wasAnswered(history: CitizenRequest['history']): boolean {
  return history.some(({ state }) => state === 'answered');
}

const PROGRESS =
  'Tem o direito de saber em que serviço está o processo, o que já foi feito, o que falta e o que foi decidido (artigo 82.º do Código do Procedimento Administrativo). Para o saber na hora, ligue 300 502 502, nos dias úteis, das 9 às 18 horas, com esta referência à mão.';

const OMBUDSMAN = 'Se não concordar com esta resposta, pode dirigir-se ao Provedor de Justiça.';

function openingOf({ reference, kind, receivedAt, history }: CitizenRequest): string {
  if (wasAnswered(history)) return 'Lemos o que nos escreveu sobre a nossa resposta.';
  const what = kind === 'complaint' ? 'à sua reclamação' : 'ao seu pedido';
  const thanks = history.some(({ state }) => state === 'awaitingCitizen')
    ? 'Obrigado pelo que nos enviou. '
    : '';
  return `${thanks}Respondemos ${what} ${reference}, de ${formatDate(receivedAt, 'pt-PT')}.`;
}
