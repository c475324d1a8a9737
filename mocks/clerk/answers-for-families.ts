import { TO_KNOW, type WrittenAnswer } from './written-answer.ts';

/** The clerk's answers about families, illness, pensions, disability and deaths. */
export const ANSWERS_FOR_FAMILIES: readonly WrittenAnswer[] = [
  {
    subjectIds: ['childBenefit'],
    kinds: TO_KNOW,
    text: `O abono pedido nos 6 meses a contar do mês seguinte ao do nascimento, ou ao da mudança que lhe deu direito, é pago, em regra, desde o mês seguinte ao do nascimento. Pedido depois, só é pago desde o mês seguinte ao do pedido.

Confirme na Segurança Social Direta se o IBAN registado está certo. Quem tem 16 anos, ou os faz durante o ano letivo, precisa também da prova escolar.`,
  },
  {
    subjectIds: ['prenatalBenefit'],
    kinds: TO_KNOW,
    text: `O abono pré-natal pode ser pedido a partir da 13.ª semana de gravidez e até 6 meses depois do nascimento, contados a partir do mês seguinte. Depois desse prazo, perde-se o direito.

É pago durante 6 meses e depende dos rendimentos da família. Pede-se na Segurança Social Direta ou ao balcão.`,
  },
  {
    subjectIds: ['parentalBenefit'],
    kinds: TO_KNOW,
    text: `Tem 6 meses para pedir o subsídio, a contar do primeiro dia em que não trabalhou. Se o pedir depois, mas ainda durante a licença, perde os dias de atraso.

É preciso ter 6 meses com remunerações registadas. Sem eles, pergunte pelo subsídio social parental, que depende dos rendimentos.`,
  },
  {
    subjectIds: ['careForChildOrGrandchild'],
    kinds: TO_KNOW,
    text: `Por ano, há 30 dias por um filho com menos de 12 anos, ou todo o tempo em que estiver internado, e 15 dias por um filho mais velho. Há mais um dia por cada filho além do primeiro.

Se um médico do Serviço Nacional de Saúde passar o CIT, não é preciso requerimento. Nos outros casos, e para um neto, tem 6 meses a contar do primeiro dia de falta.`,
  },
  {
    subjectIds: ['sicknessBenefit', 'temporaryIncapacity'],
    kinds: TO_KNOW,
    text: `Quem trabalha por conta de outrem recebe, em regra, a partir do 4.º dia de baixa: os 3 primeiros não são pagos. Quem trabalha por conta própria recebe, em regra, a partir do 11.º dia. Num internamento, em regra, todos os dias são pagos.

Compare estes dias com os que recebeu. Se ainda lhe parecer que falta algum, peça um esclarecimento e diga as datas do certificado (CIT).`,
  },
  {
    subjectIds: ['incapacityAssessment'],
    kinds: TO_KNOW,
    text: `Se não puder ir à junta médica, justifique a falta antes da data ou, o mais tardar, 2 dias úteis depois. Pode fazê-lo na Segurança Social Direta.

Se não concordar com o resultado sobre invalidez ou dependência, pode pedir uma comissão de recurso, no prazo que a carta indica.`,
  },
  {
    subjectIds: ['europeanHealthCard'],
    kinds: TO_KNOW,
    text: `O Cartão Europeu de Seguro de Doença pede-se na Segurança Social Direta, no menu Doença. Cada pessoa da família precisa do seu.

Se o cartão não chegar antes da viagem, peça um certificado provisório, que vale, em regra, 3 meses. O cartão não serve para quem viaja para ser tratado.`,
  },
  {
    subjectIds: ['oldAgePension', 'earlyRetirement', 'pensionSimulator'],
    kinds: TO_KNOW,
    text: `O simulador de pensões da Segurança Social Direta calcula um valor e uma data com os descontos que tem registados.

O resultado é só uma estimativa: o valor certo depende das regras que houver quando pedir a pensão.`,
  },
  {
    subjectIds: ['oldAgePension', 'survivorsPension', 'pensionSupplements'],
    kinds: ['documents'],
    text: 'O documento diz respeito à pensão que é paga agora. Em julho e em dezembro é pago, além da pensão, outro valor igual, que não é preciso pedir.',
    document: 'pensionProof',
  },
  {
    subjectIds: ['solidaritySupplement'],
    kinds: TO_KNOW,
    text: `Para o Complemento Solidário para Idosos contam os seus rendimentos e os do cônjuge, ou da pessoa com quem vive em união de facto. Desde 2024, os rendimentos dos filhos já não contam.

Em regra, é preciso ter a idade normal da reforma e viver em Portugal há, pelo menos, 6 anos.`,
  },
  {
    subjectIds: ['dependencySupplement'],
    kinds: TO_KNOW,
    text: `O pedido pode ser feito pela família ou por quem cuida. O 2.º grau é para quem já não consegue comer, lavar-se ou deslocar-se sozinho e, além disso, está acamado ou tem demência grave.

Para passar do 1.º para o 2.º grau, junta-se um relatório médico, e há um novo exame.`,
  },
  {
    subjectIds: ['informalCarer'],
    kinds: TO_KNOW,
    text: `A pessoa cuidada tem de receber o complemento por dependência de 2.º grau ou o subsídio por assistência de terceira pessoa. Com o 1.º grau, só se estiver acamada por algum tempo ou precisar de cuidados permanentes.

O cuidador principal vive com ela, cuida em permanência e não trabalha a troco de salário. O estatuto pede-se na Segurança Social Direta ou ao balcão.`,
  },
  {
    subjectIds: ['inclusionBenefit', 'disabilityAllowance'],
    kinds: TO_KNOW,
    text: `Para a Prestação Social para a Inclusão é preciso um grau de incapacidade de 60 % ou mais, provado pelo atestado médico de incapacidade multiúso, que se pede no centro de saúde. Pode ser pedida desde o nascimento.

A bonificação por deficiência pode ser pedida para crianças até aos 10 anos que precisem de apoio pedagógico ou terapêutico.`,
  },
  {
    subjectIds: ['deathGrant', 'funeralReimbursement', 'funeralGrant', 'survivorsPension'],
    kinds: TO_KNOW,
    text: `Lamentamos a sua perda. O subsídio por morte, para a família, pede-se até 180 dias seguidos. A pensão de sobrevivência, pedida nos 6 meses depois da morte, é paga desde o mês seguinte ao da morte.

Quem pagou o funeral e não tem direito ao subsídio por morte pode pedir o reembolso das despesas, até 90 dias seguidos, se a pessoa tinha descontos. Se não tinha, há o subsídio de funeral, até 6 meses.`,
  },
];
