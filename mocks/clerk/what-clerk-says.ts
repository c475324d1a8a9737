import type { CitizenRequest } from '../../contract/types.ts';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import { formatDate } from '../../shared/format-date.ts';
import type { OfficeFile, OfficeFiles } from '../office-files.ts';
import { ANSWERS_FOR_FAMILIES } from './answers-for-families.ts';
import { ANSWERS_FOR_SUPPORT } from './answers-for-support.ts';
import { ANSWERS_FOR_WORK } from './answers-for-work.ts';
import { OFFICE_DOCUMENTS, type OfficeDocumentId } from './office-documents.ts';
import type { WrittenAnswer } from './written-answer.ts';

/** The names of the pretend offices: data of a made-up world, not sentences of the app. */
export const FIRST_OFFICE = 'Centro de contacto e-Clic';
export const OTHER_OFFICE = 'Centro Distrital de Lisboa';

const QUESTION_PICTURE_NAME = 'Exemplo de comprovativo.png';

/** The paper that the clerk asks for, by subject. */
const PAPERS: readonly { subjectIds: readonly string[]; paper: string }[] = [
  {
    subjectIds: ['contributionPayment', 'refunds', 'debtsAndInstalments', 'enforcement', 'overpayments'],
    paper: 'o comprovativo do pagamento de que fala',
  },
  {
    subjectIds: ['contributionRecord', 'wageGuaranteeFund'],
    paper: 'um recibo de vencimento, ou o contrato, dos meses em falta',
  },
  {
    subjectIds: ['earlyRetirement', 'pensionSimulator', 'unifiedPension'],
    paper: 'o recibo de vencimento mais antigo que tiver',
  },
  { subjectIds: ['oldAgePension', 'survivorsPension'], paper: 'a última carta sobre a pensão' },
  {
    subjectIds: ['sicknessBenefit', 'temporaryIncapacity', 'pregnancyRisk', 'careForChildOrGrandchild'],
    paper: 'o certificado de incapacidade (CIT)',
  },
  { subjectIds: ['ibanChange', 'benefitNotReceived'], paper: 'um documento do banco com o IBAN' },
];

const ANY_PAPER = 'a carta ou o documento de que fala no pedido';

interface Said {
  body: string;
  files: readonly { name: string; file: OfficeFile }[];
}

/** Returns the message that goes with the clerk's action, with its files. The text is empty if the action has no message. */
export function whatClerkSays(
  action: OfficeAction,
  request: CitizenRequest,
  atMs: number,
  files: OfficeFiles,
): Said {
  switch (action) {
    case 'forward':
      return { body: forwardText(), files: [] };
    case 'ask':
      return {
        body: writeQuestion(request),
        files: [{ name: QUESTION_PICTURE_NAME, file: files.question }],
      };
    case 'answer': {
      const { body, documentId } = writeAnswer(request, atMs);
      if (documentId === null) return { body, files: [] };
      // The name has the day in it, so that the files of two answers have different names.
      const name = `${OFFICE_DOCUMENTS[documentId].title} de ${lisbonDate(atMs)}.pdf`;
      return { body, files: [{ name, file: files.documents[documentId] }] };
    }
    case 'review':
    case 'close':
      return { body: '', files: [] };
  }
}

function forwardText(): string {
  return `O seu pedido passou para outro serviço: ${OTHER_OFFICE}. Não precisa de fazer nada. A resposta chega por aqui.`;
}

function writeQuestion({ topic }: CitizenRequest): string {
  const subjectId = topic.status === 'known' ? topic.subject.id : '';
  const paper = PAPERS.find(({ subjectIds }) => subjectIds.includes(subjectId))?.paper ?? ANY_PAPER;
  return `Bom dia.

Para respondermos ao seu pedido, precisamos de mais um documento: ${paper}. A imagem que juntamos mostra onde está a data.

Junte-o à sua resposta. Enquanto aguardamos, o prazo do seu pedido fica parado.

Com os melhores cumprimentos`;
}

export const WRITTEN_ANSWERS: readonly WrittenAnswer[] = [
  ...ANSWERS_FOR_FAMILIES,
  ...ANSWERS_FOR_WORK,
  ...ANSWERS_FOR_SUPPORT,
];

/** Writes the clerk's answer to a request, and names the document that was asked for. */
function writeAnswer(request: CitizenRequest, atMs: number) {
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
