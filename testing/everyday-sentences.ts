export interface EverydaySentence {
  text: string;
  lifeEventId: string;
  /** The subject that a person who knows the tree would choose. */
  subjectId: string;
  /** The reason, only where the sentence leaves no doubt. */
  reasonId: string | undefined;
}

/** These were written before the suggestions, and in the way people write: in a hurry, without accents, for a mother. */
export const SENTENCES = readTable(`
  family.childBenefit | bom dia, o meu filho fez 16 anos e deixaram de pagar o abono, ja mandei a prova escolar
  family.parentalBenefit.clarifyMySituation | O meu bebe nasceu dia 3 e queria saber quantos dias de licença o pai tem e quanto recebe
  family.careForChildOrGrandchild | tive de faltar ao trabalho 2 semanas porque a menina apanhou varicela e tem 4 anos, como é que recebo esses dias?
  family.maintenanceFund | o pai dos meus filhos nunca pagou a pensão de alimentos que o juiz mandou, disseram-me que ha um fundo que adianta
  family.pregnancyRisk | Estou de 7 meses e a médica mandou-me para casa com gravidez de risco, quando começo a receber?
  work.selfEmployed | passo recibos verdes ha um ano e agora apareceu me uma conta para pagar, nao tinha direito a isenção no primeiro ano?
  work.quarterlyStatement.portalProblem | enganei-me nos valores que declarei no ultimo trimestre e ja nao consigo corrigir no site
  work.contributionRecord | A empresa onde trabalhei em 1998 não fez os descontos todos, faltam meses no meu extrato
  work.wageGuaranteeFund | a fabrica fechou e ficaram a dever nos 3 meses de ordenado, o tribunal ja declarou a insolvencia
  unemployment.unemploymentBenefit.requestProgress | fui despedida em setembro, inscrevi me no centro de emprego e ate hoje nada do subsidio
  unemployment.socialUnemploymentBenefit | acabou-se-me o subsidio de desemprego e continuo sem trabalho com 2 filhos, tenho direito a mais algum apoio?
  unemployment.partialBenefit | Arranjei um part-time de 4 horas por dia. Perco o desemprego ou posso acumular?
  illness.sicknessBenefit.notReceivedOrWrongAmount | estou de baixa desde dia 10 e ainda não caiu nada na conta, o patrao diz que não é com ele
  illness.incapacityAssessment | Recebi uma carta para ir à junta medica mas estou internada nesse dia, como mudo a data?
  illness.europeanHealthCard | vou de ferias a italia em agosto e preciso do cartao azul de saude, o meu esta caducado
  retirement.oldAgePension | a minha mae faz 66 anos em maio e queria saber quando pode meter os papeis para a reforma
  retirement.earlyRetirement | comecei a trabalhar aos 14 anos, tenho 60 e 46 de descontos, posso me reformar ja sem cortes?
  retirement.solidaritySupplement | o meu avô recebe uma reforma muito pequenina, 320 euros, e gasta tudo em medicamentos. Há algum complemento para idosos?
  disability.inclusionBenefit | tenho atestado multiusos com 67% e queria pedir a psi
  disability.dependencySupplement.disagreeWithDecision | A minha mãe tem Alzheimer, já não faz nada sozinha, e indeferiram o complemento por dependência. Não concordo
  disability.informalCarer | deixei de trabalhar para tomar conta do meu marido que teve um avc, existe um estatuto de cuidador?
  death.funeralReimbursement | o meu pai faleceu em janeiro e fui eu que paguei o funeral, onde entrego a fatura da agência?
  death.survivorsPension | O meu marido morreu, fiquei viuva com 58 anos, tenho direito a parte da reforma dele?
  payments.contributionPayment | quero pagar as contribuições deste mês mas não consigo tirar a referencia multibanco
  payments.debtsAndInstalments | devo 2400 euros a seg social e não consigo pagar tudo duma vez, da para ser em prestações?
  payments.ibanChange.reportChange | mudei de banco como faço para receberem o novo iban
  payments.contributionStatus.askForDocument | Preciso de uma declaração de não dívida para um concurso da câmara
  socialSupportAndAccess.accessAndCodes.portalProblem | esqueci me da palavra passe e o codigo não chega ao telemovel
  socialSupportAndAccess.nissAndPersonalData | cheguei do brasil há 3 meses, já tenho contrato, e o niss nunca mais vem
  abroad.agreements | trabalhei 12 anos na suiça e 20 ca, como é que juntam os descontos dos dois paises?
`);

/** Nobody looked at these while the words were chosen; only the last count reads them. */
export const KEPT_ASIDE = readTable(`
  family.prenatalBenefit | boa tarde queria saber se ja tenho direito ao abono antes do bebe nascer, estou gravida de 14 semanas
  work.domesticService | tenho uma senhora que me vem limpar a casa 2 manhãs por semana, como a inscrevo para descontar?
  unemployment.lumpSum | estou a receber o desemprego e quero abrir um café, posso receber o resto todo junto?
  illness.occupationalDisease | fiquei com uma tendinite por causa do trabalho na linha de montagem, a medica diz que e profissional
  retirement.pensionSimulator | onde posso ver mais ou menos quanto vou ganhar de reforma quando tiver 65?
  disability.disabilityAllowance | a minha filha tem autismo e recebe o abono normal, disseram que havia uma bonificaçao
  death.deathGrant | a minha mulher faleceu e queria pedir o subsídio por morte, que papéis são precisos
  payments.overpayments | Recebi uma carta a dizer que tenho de devolver 900€ de subsidio que me pagaram a mais, não percebo porquê
  socialSupportAndAccess.socialIncome | Fiquei sem nada, sem trabalho nem subsidio, preciso de meter os papeis do rendimento minimo
  companiesAndInstitutions.registration | Vou admitir a minha primeira funcionária na padaria, até quando tenho de comunicar à segurança social?
`);

/** A line is `lifeEvent.subject | sentence`, or `lifeEvent.subject.reason | sentence`. */
function readTable(table: string): EverydaySentence[] {
  const lines = table.trim().split('\n');
  return lines.map((line) => {
    const [path = '', text = ''] = line.split(' | ');
    const [lifeEventId = '', subjectId = '', reasonId] = path.trim().split('.');
    return { text, lifeEventId, subjectId, reasonId };
  });
}
