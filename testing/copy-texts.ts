import type { CopyTexts } from '../domain/copies/copy-text.ts';

/** The words of the readable files, as far as tests look at them. */
export const COPY_TEXTS: CopyTexts = {
  kind: 'O que pretende?',
  onBehalfOf: 'Em nome de',
  topic: 'Tema',
  about: 'Sobre o pedido',
  words: {
    description: 'Descrição do pedido',
    office: 'Serviço de que reclama',
    happenedOn: 'Quando aconteceu',
    wanted: 'O que gostaria que fosse feito?',
  },
  attachments: 'Anexos',
  updatedAt: 'Última alteração',
  waitingSince: 'Por enviar desde',
  reference: 'Referência',
  receivedAt: 'Recebido em',
  dueOn: 'Resposta até',
  state: 'Estado',
  reminder: 'Lembrete',
  messages: 'Mensagens',
  correction: 'descrição corrigida',
  citizen: 'Eu',
  office: 'Segurança Social',
  unsentRating: 'Avaliação por enviar',
  wasHelpful: 'A resposta foi útil.',
  wasNotHelpful: 'A resposta não foi útil.',
  nothing: '–',
  unknownTopic: 'Não sei qual é o tema',
  notOnThisDevice: 'não está neste dispositivo',
  topicLabels: undefined,
  kindOf: (kind) =>
    ({
      information: 'Pedir informação',
      clarification: 'Esclarecer uma dúvida',
      documents: 'Pedir um documento',
      complaint: 'Apresentar reclamação',
    })[kind],
  stateOf: (state) =>
    ({
      registered: 'Registado',
      inReview: 'Em análise',
      forwarded: 'Encaminhado',
      awaitingCitizen: 'Aguarda a sua resposta',
      answered: 'Respondido',
      closed: 'Concluído',
      withdrawn: 'Anulado',
    })[state],
  formatInstant: (iso) => iso,
  formatDay: (day) => day,
};
