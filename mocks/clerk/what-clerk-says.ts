import type { CitizenRequest } from '../../contract/types.ts';
import { lisbonDay } from '../../domain/days-after.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { OfficeFile, OfficeFiles } from '../office-files.ts';
import { OFFICE_DOCUMENTS } from './office-documents.ts';
import { writeAnswer } from './write-answer.ts';
import { writeQuestion } from './write-question.ts';

/** What the pretend offices are called. Data of a made-up world, not sentences of the app. */
export const FIRST_OFFICE = 'Centro de contacto e-Clic';
export const OTHER_OFFICE = 'Centro Distrital de Lisboa';

const QUESTION_PICTURE_NAME = 'Exemplo de comprovativo.png';

interface Said {
  body: string;
  files: readonly { name: string; file: OfficeFile }[];
}

/** The message that goes with a move of the clerk, and what is in its envelope; without words where none goes with it. */
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
      // With its day, so that the files of two answers have names that differ.
      const name = `${OFFICE_DOCUMENTS[documentId].title} de ${lisbonDay(atMs)}.pdf`;
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
