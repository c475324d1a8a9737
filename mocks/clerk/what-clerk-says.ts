import type { CitizenRequest } from '../../contract/types.ts';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { OfficeFile, OfficeFiles } from '../office-files.ts';
import { OFFICE_DOCUMENTS } from './office-documents.ts';
import { writeAnswer } from './write-answer.ts';

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
