import { TO_KNOW, type WrittenAnswer } from './written-answer.ts';

/** The clerk's answers about work, unemployment, contributions and debts. */
export const ANSWERS_FOR_WORK: readonly WrittenAnswer[] = [
  {
    subjectIds: ['selfEmployed', 'quarterlyStatement'],
    kinds: TO_KNOW,
    text: `A declaração trimestral entrega-se até ao último dia de janeiro, abril, julho e outubro. Nela indica o que recebeu nos três meses anteriores.

Em regra, não a entrega quem tem um emprego e ganha por conta própria menos de 4 IAS por mês. Em janeiro, confirmam-se também os valores de todo o ano anterior.`,
  },
  {
    subjectIds: ['contributionRecord'],
    kinds: [...TO_KNOW, 'documents'],
    text: 'O extrato da carreira contributiva obtém-se de imediato na Segurança Social Direta: está no menu Emprego, em Carreira contributiva. Se lhe faltarem meses, peça um esclarecimento e junte o que prova o trabalho.',
    document: 'careerStatement',
  },
  {
    subjectIds: ['unemploymentBenefit', 'socialUnemploymentBenefit'],
    kinds: TO_KNOW,
    text: `O subsídio pede-se nos 90 dias seguidos a contar do dia em que ficou sem emprego. Se pedir depois, recebe durante menos tempo: desconta-se o atraso. Antes, inscreva-se no centro de emprego.

Para o subsídio social subsequente, os 90 dias contam-se a partir do fim do subsídio de desemprego.`,
  },
  {
    subjectIds: ['partialBenefit'],
    kinds: TO_KNOW,
    text: `Se começar a trabalhar a tempo parcial e ganhar menos do que o subsídio, pode receber o subsídio de desemprego parcial. Entregue os documentos nos 90 dias seguidos depois de começar.

Comunique o trabalho à Segurança Social no prazo de 5 dias úteis. Quem trabalha e recebe o subsídio por inteiro tem de o devolver.`,
  },
  {
    subjectIds: ['contributionPayment'],
    kinds: TO_KNOW,
    text: `Na Segurança Social Direta vê as contribuições do mês, com a data-limite, e as que estão em atraso, com os juros.

Um pagamento pode levar até 72 horas a aparecer. Se já pagou e o mês continua em atraso depois disso, peça um esclarecimento e junte o comprovativo do pagamento.`,
  },
  {
    subjectIds: ['debtsAndInstalments', 'enforcement'],
    kinds: TO_KNOW,
    text: `Se a dívida estiver em execução fiscal, pode pedir o plano prestacional na Segurança Social Direta: Conta-corrente, Execuções fiscais e penhoras, Dívidas em execução fiscal.

É assim quando a dívida toda é inferior a 100 000 € e, em cada processo, inferior a 5000 € para uma pessoa ou a 10 000 € para uma empresa. Não é possível se o processo estiver suspenso.`,
  },
  {
    subjectIds: ['refunds'],
    kinds: TO_KNOW,
    text: `Quem pagou contribuições que a lei não exigia pode pedir a restituição. O valor pode ser devolvido ou usado para pagar uma dívida à Segurança Social.

Do que é devolvido desconta-se o que já recebeu de prestações por causa desses pagamentos.`,
  },
  {
    subjectIds: ['benefitNotReceived', 'ibanChange'],
    kinds: TO_KNOW,
    text: `Cada prestação tem o seu dia de pagamento, que pode mudar de mês para mês. O calendário está no sítio da Segurança Social. Se o dia já passou, confirme primeiro se o IBAN registado está certo.

Para mudar o IBAN, abra o seu perfil na Segurança Social Direta, escolha Conta bancária e junte um documento do banco que prove que a conta é sua. O novo IBAN só vale depois de os serviços o confirmarem.`,
  },
  {
    subjectIds: ['overpayments'],
    kinds: TO_KNOW,
    text: `Veja primeiro na carta até quando pode responder. Se não concordar, responda por escrito nesse prazo, diga porquê e junte provas. Um pedido no e-Clic não faz parar nenhum prazo.

Para pagar, ou pedir para pagar em prestações, tem, em regra, 30 dias. As prestações podem ir até 150 meses, conforme o valor.`,
  },
  {
    subjectIds: ['contributionStatus', 'contributionPayment', 'debtsAndInstalments'],
    kinds: ['documents'],
    text: 'A declaração vale 4 meses. Também a pode obter sem fazer um pedido: na Segurança Social Direta, escolha Conta-corrente, Situação contributiva e Obter declaração de situação contributiva.',
    document: 'statusCertificate',
  },
];
