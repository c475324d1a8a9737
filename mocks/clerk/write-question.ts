import type { CitizenRequest } from '../../contract/types.ts';

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

export function writeQuestion({ topic }: CitizenRequest): string {
  const subjectId = topic.status === 'known' ? topic.subject.id : '';
  const paper = PAPERS.find(({ subjectIds }) => subjectIds.includes(subjectId))?.paper ?? ANY_PAPER;
  return `Bom dia.

Para respondermos ao seu pedido, precisamos de mais um documento: ${paper}. A imagem que juntamos mostra onde está a data.

Junte-o à sua resposta. Enquanto aguardamos, o prazo do seu pedido fica parado.

Com os melhores cumprimentos`;
}
