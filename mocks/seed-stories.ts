import type { OnBehalfOf, RequestKind } from '../contract/types.ts';
import type { OfficeAction } from '../domain/office-moves.ts';
import type { TopicIds } from './topic-labels.ts';

export type StoryStep = { afterWorkingDays: number } & (
  | { by: 'office'; action: OfficeAction }
  | { by: 'citizen'; action: 'withdraw' }
  | { by: 'citizen'; action: 'reply'; body: string }
);

export interface Story {
  workingDaysAgo: number;
  kind: RequestKind;
  /** Null stands for *Não sei qual é o tema*. */
  topic: TopicIds | null;
  description: string;
  onBehalfOf?: OnBehalfOf;
  /** Whether the citizen has seen all that was said. */
  isRead?: true;
  steps: StoryStep[];
}

const office = (afterWorkingDays: number, action: OfficeAction): StoryStep => ({
  afterWorkingDays,
  by: 'office',
  action,
});

const REVIEWED = office(2, 'review');
const ANSWERED = office(6, 'answer');

/** The requests of made-up people. They are data, so in Portuguese only. */
export const STORIES_BY_PERSON: Record<'maria' | 'joao' | 'bakery', readonly Story[]> = {
  maria: [
    {
      workingDaysAgo: 1,
      kind: 'clarification',
      topic: ['payments', 'contributionPayment', 'clarifyMySituation'],
      description:
        'Recebi uma mensagem a dizer que tenho contribuições por pagar, mas paguei tudo no dia 12. Gostava de saber a que mês se refere a dívida e o que devo fazer.',
      steps: [],
    },
    {
      workingDaysAgo: 3,
      kind: 'information',
      topic: ['family', 'childBenefit', 'requestProgress'],
      description:
        'Pedi o abono de família para a minha filha em setembro e ainda não tive resposta. Em que ponto está o pedido?',
      steps: [REVIEWED],
    },
    {
      workingDaysAgo: 5,
      kind: 'clarification',
      topic: ['work', 'selfEmployed', 'clarifyMySituation'],
      description:
        'Passei recibos verdes durante três meses e depois comecei a trabalhar por conta de outrem. Ainda tenho de entregar a declaração trimestral?',
      steps: [REVIEWED, office(3, 'forward')],
    },
    {
      workingDaysAgo: 4,
      kind: 'information',
      topic: ['payments', 'refunds', 'addOrCorrectDocuments'],
      description:
        'Paguei duas vezes a contribuição de agosto. Como posso pedir a devolução do valor a mais?',
      steps: [REVIEWED, office(3, 'ask')],
    },
    {
      workingDaysAgo: 9,
      kind: 'clarification',
      topic: ['illness', 'sicknessBenefit', 'notReceivedOrWrongAmount'],
      description:
        'Estive de baixa 20 dias e só me pagaram 17. Trabalho por conta de outrem e entreguei o certificado no próprio dia. Faltam três dias?',
      steps: [REVIEWED, ANSWERED],
    },
    {
      workingDaysAgo: 30,
      kind: 'documents',
      topic: ['payments', 'contributionStatus', 'askForDocument'],
      description: 'Preciso de uma declaração de situação contributiva para entregar no banco.',
      steps: [REVIEWED, ANSWERED, office(10, 'close')],
    },
    {
      workingDaysAgo: 14,
      kind: 'information',
      topic: null,
      description: 'Qual é o horário de atendimento do balcão da minha área, e é preciso marcar?',
      steps: [{ afterWorkingDays: 1, by: 'citizen', action: 'withdraw' }],
    },
    {
      workingDaysAgo: 13,
      kind: 'documents',
      topic: ['retirement', 'oldAgePension', 'askForDocument'],
      description: 'O meu pai precisa do comprovativo da pensão de velhice para a renda da casa.',
      isRead: true,
      steps: [REVIEWED, office(8, 'ask')],
    },
  ],
  joao: [
    {
      workingDaysAgo: 0,
      kind: 'complaint',
      topic: ['socialSupportAndAccess', 'accessAndCodes', 'portalProblem'],
      description:
        'Há uma semana que tento mudar o meu contacto no portal e aparece sempre um erro. Fui ao balcão e disseram-me que só podia fazê-lo no portal.',
      steps: [],
    },
    {
      workingDaysAgo: 4,
      kind: 'information',
      topic: ['disability', 'dependencySupplement', 'requestProgress'],
      description:
        'A minha mãe pediu o complemento por dependência em julho. Gostava de saber se falta algum documento.',
      onBehalfOf: { id: 'c_b6yj0f4sp8', name: 'Alice Modelo' },
      steps: [REVIEWED],
    },
    {
      workingDaysAgo: 6,
      kind: 'clarification',
      topic: ['unemployment', 'partialBenefit', 'clarifyMySituation'],
      description:
        'Se começar a trabalhar a tempo parcial, perco o subsídio de desemprego ou passo a receber menos?',
      steps: [REVIEWED, office(4, 'forward')],
    },
    {
      workingDaysAgo: 7,
      kind: 'documents',
      topic: ['work', 'contributionRecord', 'askForDocument'],
      description: 'Faltam na minha carreira contributiva os anos de 2009 e 2010, em que trabalhei no Porto.',
      steps: [REVIEWED, office(4, 'ask')],
    },
    {
      workingDaysAgo: 12,
      kind: 'clarification',
      topic: ['retirement', 'earlyRetirement', 'clarifyMySituation'],
      description:
        'Tenho 61 anos e 42 de descontos, mas o simulador não mostra os primeiros, de 1984. Quanto receberia se pedisse agora a reforma?',
      steps: [
        REVIEWED,
        office(3, 'ask'),
        {
          afterWorkingDays: 4,
          by: 'citizen',
          action: 'reply',
          body: 'Bom dia. O recibo mais antigo que encontrei é de março de 1984. Obrigado.',
        },
        office(8, 'answer'),
      ],
    },
    {
      workingDaysAgo: 45,
      kind: 'information',
      topic: ['family', 'parentalBenefit', 'clarifyMySituation'],
      description:
        'O meu filho nasceu este mês e deixei de trabalhar no dia em que nasceu. Até quando tenho de pedir o subsídio parental?',
      steps: [REVIEWED, ANSWERED, office(12, 'close')],
    },
    {
      workingDaysAgo: 20,
      kind: 'clarification',
      topic: ['payments', 'ibanChange', 'reportChange'],
      description: 'Mudei de banco. Preciso de entregar algum papel para passar a receber na conta nova?',
      steps: [{ afterWorkingDays: 1, by: 'citizen', action: 'withdraw' }],
    },
  ],
  bakery: [
    {
      workingDaysAgo: 2,
      kind: 'clarification',
      topic: ['companiesAndInstitutions', 'ratesAndExemptions', 'clarifyMySituation'],
      description:
        'Vamos contratar uma pessoa com menos de 30 anos para o seu primeiro emprego. Temos direito a isenção de contribuições?',
      steps: [],
    },
    {
      workingDaysAgo: 11,
      kind: 'documents',
      topic: ['payments', 'contributionStatus', 'askForDocument'],
      description: 'Precisamos de uma declaração de não dívida para um concurso público.',
      steps: [REVIEWED, ANSWERED],
    },
  ],
};
