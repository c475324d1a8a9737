import type { RequestKind } from '../contract/types.ts';
import type { AnswerId } from '../domain/topics/short-answers.ts';
import type { TopicChoice } from '../domain/topics/topic.ts';

export interface AnswerPair {
  text: string;
  topic: TopicChoice;
  kind: RequestKind;
  /** The short answer that a good clerk would give; null if none of them answers the description. */
  right: AnswerId | null;
}

/** These were written before the answers were chosen by their words, and in the way people write: in a hurry, misspelt, long and short. */
export const PAIRS = readTable(`
  childBenefit | clarification | paymentDays | Abono não foi pago em outubro
  childBenefit | information | proofOfSchooling | bom dia o meu filho fez 16 anos em setembro e deixaram de pagar o abono, preciso de entregar a prova da escola?
  childBenefit | information | childBenefitClaim | a bebe nasceu em agosto e ainda nao pedi o abono, ate quando posso pedir sem perder dinheiro
  unemploymentBenefit | information | unemploymentClaim | fui despedida ha 2 meses e nao tratei de nada, ainda vou a tempo do subsidio?
  partialBenefit | clarification | workAndBenefit | arranjei um part time de 4h, perco o desemprego todo ou fico com uma parte
  sicknessBenefit | clarification | sickness | estou de baixa desde dia 3 e só me pagam a partir do 4 dia, porquê?
  sicknessBenefit | clarification | paymentDays | qual é o dia em que pagam a baixa este mês? ainda nao caiu nada na conta
  nissAndPersonalData | information | askForNiss | cheguei do brasil e o patrao pede o numero da segurança social, como tiro o niss e que documentos sao precisos
  nissAndPersonalData | documents | contactsProof | Preciso de um comprovativo da morada e do telefone que têm registados
  accessAndCodes | information | signInCode | mudei de telemovel e o codigo sms vai para o numero antigo
  accessAndCodes | information | password | esqueci a palavra passe da segurança social direta
  ibanChange | information | iban | mudei de banco onde ponho o iban novo
  contributionStatus | documents | statusCertificate | preciso de uma declaração de não divida para um concurso
  contributionRecord | documents | careerStatement | queria um papel com todos os anos que descontei
  oldAgePension | information | simulator | quanto vou receber de reforma se me reformar aos 66
  debtsAndInstalments | information | instalments | devo 3 mil euros da para pagar aos poucos?
  overpayments | clarification | letterToPayBack | Recebi uma carta para devolver 640 euros de subsídio de desemprego. Não concordo, o que faço e até quando?
  deathGrant | information | afterADeath | o meu pai morreu na semana passada, que apoios há e até quando se pedem
  dependencySupplement | information | secondDegree | a minha mae tem o complemento de 1 grau mas agora esta acamada, como peço o segundo grau
  selfEmployed | clarification | selfEmployedRate | abri atividade em janeiro, quanto pago? no primeiro ano nao se paga pois não
  quarterlyStatement | information | quarterly | quando é que tenho de entregar a declaraçao trimestral
  incapacityAssessment | information | medicalBoard | tenho junta medica na quinta e nao posso ir porque vou ser operada
  europeanHealthCard | information | healthCard | vou a espanha uma semana e preciso do cartao europeu, demora muito?
  dependencySupplement | documents | none | Preciso de uma declaração em como a minha mãe recebe o complemento por dependência
  childBenefit | information | none | Pedi o abono em setembro e ainda não tive resposta. Em que ponto está o pedido?
  sicknessBenefit | clarification | none | estive de baixa 20 dias e só me pagaram 12, podem ver as contas?
  oldAgePension | documents | none | preciso da declaração anual da pensão para o irs
  unemploymentBenefit | clarification | none | vou 2 semanas de ferias ao estrangeiro, tenho de avisar o centro de emprego?
  unknown | information | none | Boa tarde, qual é o horário do balcão de Setúbal?
  survivorsPension | clarification | none | o meu marido morreu em 2019 e agora mudaram o valor da minha pensão, porquê
`);

/** Nobody looked at these while the words of the answers were chosen; only the last count reads them. */
export const PAIRS_KEPT_ASIDE = readTable(`
  parentalBenefit | information | parentalDates | o meu filho nasceu dia 12, ate quando tenho de entregar os papeis da licença
  careForChildOrGrandchild | clarification | daysForAChild | quantos dias posso faltar para ficar com o menino, que tem 5 anos e está com febre
  solidaritySupplement | information | whoseIncome | no CSI ainda contam os ordenados dos filhos?
  socialAction | information | emergencyLine | vou ser despejada amanha e nao tenho para onde ir com as crianças
  legalProtection | information | courtCosts | preciso dum advogado e nao tenho dinheiro para lhe pagar
  foreignPensions | information | proofOfLife | moro no luxemburgo e pediram me a prova de vida, onde faço
  oldAgePension | clarification | paymentDays | a reforma ainda nao caiu este mes, em que dia pagam
  parentalBenefit | documents | none | Preciso de um comprovativo de que estive de licença parental para entregar no trabalho
  unemploymentBenefit | information | none | já entreguei tudo no centro de emprego em outubro e até hoje ninguém diz nada
  inclusionBenefit | clarification | none | a PSI do meu irmão baixou 40 euros este mês sem explicação
`);

/** A line is `subject | kind | answer | description`; the subject may be `unknown`, the answer `none`. */
function readTable(table: string): AnswerPair[] {
  const lines = table.trim().split('\n');
  return lines.map((line) => {
    const [subjectId = '', kind, right, text = ''] = line.trim().split(' | ');
    return {
      text,
      topic:
        subjectId === 'unknown'
          ? { status: 'unknown' }
          : { status: 'partial', lifeEventId: 'any', subjectId, reasonId: null },
      kind: kind as RequestKind,
      right: right === 'none' ? null : (right as AnswerId),
    };
  });
}
